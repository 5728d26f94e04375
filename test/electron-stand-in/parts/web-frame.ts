import type { WebFrameMain } from 'electron';
import { refuseUnknown } from '../refuse-unknown.ts';
import type { ShapeOf } from '../shape.ts';

/** What CDP knows of one frame. */
export interface FrameState {
  readonly id: string;
  url: string;
  name: string;
  detached: boolean;
  readonly parent: StandInFrame | null;
}

/** The part of WebFrameMain that the app asks for. */
export interface StandInFrame {
  readonly url: string;
  readonly name: string;
  readonly detached: boolean;
  readonly parent: StandInFrame | null;
  readonly frames: StandInFrame[];
}

/** The frames of one page, each the same object for as long as it lives. */
export interface FrameTree {
  readonly top: StandInFrame;
  attach(id: string, parentId: string): void;
  navigated(id: string, parentId: string | undefined, url: string, name: string): void;
  detach(id: string): void;
  find(id: string): StandInFrame | undefined;
  idOf(frame: StandInFrame): string | undefined;
}

export function createFrameTree(topId: string, inward: (url: string) => string): FrameTree {
  const states = new Map<string, { readonly state: FrameState; readonly frame: StandInFrame }>();

  function make(id: string, parent: StandInFrame | null): StandInFrame {
    const state: FrameState = { id, url: '', name: '', detached: false, parent };
    const frame: StandInFrame = refuseUnknown('WebFrameMain', {
      get url() {
        return inward(state.url);
      },
      get name() {
        return state.name;
      },
      get detached() {
        return state.detached;
      },
      get frames() {
        return [...states.values()]
          .filter((entry) => entry.state.parent === frame)
          .map((entry) => entry.frame);
      },
      parent,
    } satisfies ShapeOf<WebFrameMain, 'parent' | 'frames'>);
    states.set(id, { state, frame });
    return frame;
  }

  const top = make(topId, null);
  const find = (id: string): StandInFrame | undefined => states.get(id)?.frame;
  return {
    top,
    attach(id, parentId) {
      if (!states.has(id)) make(id, find(parentId) ?? top);
    },
    navigated(id, parentId, url, name) {
      if (!states.has(id)) make(id, find(parentId ?? topId) ?? top);
      const entry = states.get(id);
      if (entry) Object.assign(entry.state, { url, name });
    },
    detach(id) {
      const entry = states.get(id);
      if (entry) entry.state.detached = true;
      states.delete(id);
    },
    find,
    idOf: (frame) => [...states].find(([, entry]) => entry.frame === frame)?.[0],
  };
}
