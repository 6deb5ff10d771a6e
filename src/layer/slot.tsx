import type { JSX } from 'satori/jsx';
import type { SlotBox, SlotProps } from './model.ts';

/** A slot in a template: what goes in and how, and how its box takes part in the layout. */
export interface SlotElementProps extends SlotProps {
  width?: number | string;
  height?: number | string;
  grow?: number;
}

/** An empty box in the layout that words go into later. Draws nothing. */
export function Slot({ width, height, grow, ...slot }: SlotElementProps): JSX.Element {
  const style = {
    display: 'flex',
    boxSizing: 'border-box',
    flexShrink: grow === undefined ? 0 : 1,
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    ...(grow === undefined ? {} : { flexGrow: grow, flexBasis: 0 }),
  } as const;
  // Satori hands the properties of an element on as they are.
  const carried = { place: slot };
  return <div {...carried} style={style} />;
}

/** A node as satori reports it once it is laid out. */
export interface LaidOutNode {
  left: number;
  top: number;
  width: number;
  height: number;
  props: { place?: SlotProps; src?: string };
}

/** The slot a node stands for, with its box; `null` for any other node. */
export function slotBox(node: LaidOutNode): SlotBox | null {
  const slot = node.props.place;
  if (slot === undefined) return null;
  const { left, top, width, height } = node;
  return { ...slot, left, top, width, height };
}
