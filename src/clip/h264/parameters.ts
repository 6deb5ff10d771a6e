/** Sequence and picture parameter sets (ITU-T H.264, 7.3.2) of the streams the encoder makes. */

export interface VideoFormat {
  /** Sides in pixels, both even. */
  width: number;
  height: number;
  /** Pictures a second. */
  rate: number;
}

/** Bits to bytes, most significant first. */
class BitWriter {
  readonly #bits: number[] = [];

  /** The low `count` bits of `value`. */
  put(value: number, count: number): this {
    for (let bit = count - 1; bit >= 0; bit--) this.#bits.push((value >>> bit) & 1);
    return this;
  }

  /** An unsigned Exp-Golomb code (9.1). */
  unsigned(...values: number[]): this {
    for (const value of values) {
      const length = 32 - Math.clz32(value + 1);
      this.put(0, length - 1).put(value + 1, length);
    }
    return this;
  }

  /** The unit: with its head byte, stop bit and emulation prevention. */
  unit(head: number): Uint8Array<ArrayBuffer> {
    this.put(1, 1);
    while (this.#bits.length % 8 !== 0) this.put(0, 1);
    const bytes = [head];
    let zeros = 0;
    for (let i = 0; i < this.#bits.length; i += 8) {
      const byte = this.#bits.slice(i, i + 8).reduce((sum, bit) => sum * 2 + bit, 0);
      if (zeros >= 2 && byte <= 3) {
        bytes.push(3);
        zeros = 0;
      }
      bytes.push(byte);
      zeros = byte === 0 ? zeros + 1 : 0;
    }
    return Uint8Array.from(bytes);
  }
}

/** Levels (Table A-1): number, most macroblocks a second, most macroblocks a picture. */
const LEVELS = [
  [30, 40_500, 1620],
  [31, 108_000, 3600],
  [32, 216_000, 5120],
  [40, 245_760, 8192],
  [50, 589_824, 22_080],
  [51, 983_040, 36_864],
] as const;

/** Constrained Baseline: profile_idc, and constraint_set0 and 1 said to be met (A.2.1.1). */
const PROFILE = 66;
const CONSTRAINTS = 0xc0;

function levelOf(macroblocks: number, rate: number): number {
  const level = LEVELS.find(([, second, picture]) => macroblocks <= picture && macroblocks * rate <= second);
  if (level === undefined) throw new RangeError('Expected a picture of at most 36,864 macroblocks.');
  return level[0];
}

/** The sequence parameter set: one reference picture, no reordering, BT.709 in limited range (Annex E). */
export function sequenceParameters({ width, height, rate }: VideoFormat): Uint8Array<ArrayBuffer> {
  const across = Math.ceil(width / 16);
  const down = Math.ceil(height / 16);
  const bits = new BitWriter()
    .put(PROFILE, 8)
    .put(CONSTRAINTS, 8)
    .put(levelOf(across * down, rate), 8)
    // seq_parameter_set_id, log2_max_frame_num_minus4, pic_order_cnt_type, max_num_ref_frames
    .unsigned(0, 0, 2, 1)
    .put(0, 1) // gaps_in_frame_num_value_allowed_flag
    .unsigned(across - 1, down - 1)
    .put(0b11, 2) // frame_mbs_only_flag, direct_8x8_inference_flag
    .put(1, 1) // frame_cropping_flag; offsets count chroma samples
    .unsigned(0, (across * 16 - width) / 2, 0, (down * 16 - height) / 2)
    .put(1, 1); // vui_parameters_present_flag
  bits
    .put(1, 1) // aspect_ratio_info_present_flag
    .put(1, 8) // square samples
    .put(0, 1) // overscan_info_present_flag
    .put(1, 1) // video_signal_type_present_flag
    .put(5, 3) // video_format: unspecified
    .put(0, 1) // video_full_range_flag
    .put(1, 1) // colour_description_present_flag
    .put(0x010101, 24) // BT.709 primaries, transfer and matrix
    .put(1, 1) // chroma_loc_info_present_flag
    .unsigned(1, 1) // in the middle of four luma samples
    .put(1, 1) // timing_info_present_flag
    .put(1, 32) // num_units_in_tick: a field
    .put(rate * 2, 32) // time_scale
    .put(1, 1) // fixed_frame_rate_flag
    .put(0, 3) // no HRD parameters, no pic_struct
    .put(1, 1) // bitstream_restriction_flag
    .put(1, 1) // motion_vectors_over_pic_boundaries_flag
    // no limit on bytes and bits, vectors of any length, no reordering, one picture held
    .unsigned(0, 0, 16, 16, 0, 1);
  return bits.unit(0x67);
}

/** The picture parameter set: CAVLC, one reference, deblocking said slice by slice. */
export function pictureParameters(): Uint8Array<ArrayBuffer> {
  return new BitWriter()
    .unsigned(0, 0) // pic_parameter_set_id, seq_parameter_set_id
    .put(0, 2) // entropy_coding_mode_flag, bottom_field_pic_order_in_frame_present_flag
    .unsigned(0, 0, 0) // num_slice_groups_minus1, num_ref_idx_l0 and l1 _default_active_minus1
    .put(0, 3) // weighted_pred_flag, weighted_bipred_idc
    .unsigned(0, 0, 0) // pic_init_qp_minus26, pic_init_qs_minus26, chroma_qp_index_offset
    .put(0b100, 3) // deblocking_filter_control_present_flag, constrained_intra_pred_flag, redundant_pic_cnt_present_flag
    .unit(0x68);
}

/** `avcC`: what a player needs before the first picture (ISO/IEC 14496-15, 5.3.3.1). */
export function decoderConfiguration(format: VideoFormat): Uint8Array<ArrayBuffer> {
  const sequence = sequenceParameters(format);
  const picture = pictureParameters();
  const [, profile = 0, constraints = 0, level = 0] = sequence;
  // Version 1, lengths of 4 bytes, one set of each kind.
  return Uint8Array.from(
    [[1, profile, constraints, level, 0xff], sized(0xe1, sequence), sized(1, picture)].flat(),
  );
}

/** A set behind the number of sets of its kind, and its length. */
function sized(count: number, set: Uint8Array): number[] {
  return [count, set.length >> 8, set.length & 255, ...set];
}

/** The codec as RFC 6381 names it: `avc1.42c028`. */
export function codecString(format: VideoFormat): string {
  const hex = Array.from(sequenceParameters(format).subarray(1, 4), (byte) =>
    byte.toString(16).padStart(2, '0'),
  );
  return `avc1.${hex.join('')}`;
}
