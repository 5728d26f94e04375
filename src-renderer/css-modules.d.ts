/** The class names of a CSS module; the build makes them unique. */
declare module '*.module.css' {
  const styles: Readonly<Record<string, string>>;
  // biome-ignore lint/style/noDefaultExport: CSS modules have nothing else.
  export default styles;
}
declare module '*.css' {}
