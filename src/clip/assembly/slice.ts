/** Slices, one a picture (ITU-T H.264, 7.3.3 and 7.3.4), for parameter sets as `h264/parameters.ts` writes them. */
import { finishUnit, putBits, putSigned, putUnsigned, startUnit } from './bits';
import { clearModes, putIntra4 } from './intra4';
import { clearCounts, interDistance, intraDistance, putInter, putIntra } from './macroblock';
import { across, changed, down } from './picture';
import { setQuantiser, startQuantiser } from './transform';

/** pic_init_qp of the parameter set. */
const FIRST_QP: i32 = 26;

/**
 * Up to this distance from its prediction, two levels a sample in the mean, a macroblock is smooth: steps too coarse would be
 * seen in it as bands. Where there is more in it, an edge or a texture, they hide.
 */
const SMOOTH: u32 = 512;

/**
 * Codes the picture's source as a key picture: intra macroblocks only, an IDR.
 * @param qp quantiser of smooth macroblocks
 * @param rough that of others
 * @param unit room for the NAL unit
 * @returns bytes at `unit`
 */
export function codeKey(qp: i32, rough: i32, idr: u32, unit: usize): usize {
  startUnit(0x65, unit);
  startQuantiser(qp);
  putUnsigned(0); // first_mb_in_slice
  putUnsigned(7); // slice_type: I, as all of the picture
  putUnsigned(0); // pic_parameter_set_id
  putBits(0, 4); // frame_num
  putUnsigned(idr & 1); // idr_pic_id
  putBits(0, 2); // no_output_of_prior_pics_flag, long_term_reference_flag
  putSigned(qp - FIRST_QP);
  putUnsigned(1); // disable_deblocking_filter_idc
  clearCounts();
  clearModes();
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      // The first has nothing to be predicted from, which says nothing of what is in it.
      codeIntra(x, y, intraDistance(x, y) <= SMOOTH || (x | y) == 0, qp, rough, 1);
    }
  }
  memory.fill(changed, 0, <usize>(across * down));
  return finishUnit();
}

/** What is smooth is predicted as a whole, what is not in small blocks. `typeBase`: mb_type of the first Intra_16x16. */
function codeIntra(x: i32, y: i32, smooth: bool, qp: i32, rough: i32, typeBase: u32): void {
  setQuantiser(smooth ? qp : rough);
  if (smooth) putIntra(x, y, typeBase);
  else putIntra4(x, y, typeBase - 1);
}

/** Codes what changed since the picture before; `frame` counts pictures from the key picture, 0. */
export function codeChanges(qp: i32, rough: i32, frame: u32, unit: usize): usize {
  startUnit(0x61, unit);
  startQuantiser(qp);
  putUnsigned(0);
  putUnsigned(5); // slice_type: P
  putUnsigned(0);
  putBits(frame & 15, 4);
  putBits(0, 1); // num_ref_idx_active_override_flag
  putBits(0, 1); // ref_pic_list_modification_flag_l0
  putBits(0, 1); // adaptive_ref_pic_marking_mode_flag
  putSigned(qp - FIRST_QP);
  putUnsigned(1);
  clearCounts();
  clearModes();
  let skipped: u32 = 0;
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      const mark = changed + <usize>(y * across + x);
      if (load<u8>(mark) == 0) {
        skipped++;
        continue;
      }
      store<u8>(mark, 0);
      const intra = intraDistance(x, y);
      if (intra < interDistance(x, y)) {
        putUnsigned(skipped);
        codeIntra(x, y, intra <= SMOOTH, qp, rough, 6);
        skipped = 0;
        continue;
      }
      setQuantiser(intra <= SMOOTH ? qp : rough);
      if (putInter(x, y, skipped)) skipped = 0;
      else skipped++;
    }
  }
  if (skipped) putUnsigned(skipped);
  return finishUnit();
}
