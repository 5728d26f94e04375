// A file of its own, imported when it is needed: a plain import becomes a `require` in the bundle, while `import()` of
// a package stays one, for which Node must start its loader of ES modules first.
export { default as keytar } from 'keytar';
