/** A coded stretch of sound. Times are seconds from the clip's start. */
export interface AudioPacket {
  data: Uint8Array<ArrayBuffer>;
  startS: number;
  durationS: number;
}

/** Sound as a clip has it: AAC packets, and what a player needs to decode them. */
export interface AacSound {
  kind: 'aac';
  /** As RFC 6381 names it: `mp4a.40.2`. */
  codec: string;
  sampleRate: number;
  numberOfChannels: number;
  /** AudioSpecificConfig (ISO/IEC 14496-3). */
  description: Uint8Array<ArrayBuffer>;
  packets: AudioPacket[];
}

/** A stretch of a recording as its file has it, and which of its samples are meant. */
export interface CodedPiece {
  bytes: Uint8Array<ArrayBuffer>;
  /** Samples that come out before those meant. */
  skip: number;
  /** How many are meant. */
  samples: number;
}

/** Sound that has to be decoded and coded anew, piece after piece. */
export interface CodedSound {
  kind: 'coded';
  /** What decodes it: MP3 frames, or the samples of a WAV file. */
  format: 'mp3' | WavFormat;
  /** Samples a second. */
  rate: number;
  channels: number;
  pieces: CodedPiece[];
}

/** How a WAV file writes a sample. */
export interface WavFormat {
  bits: 8 | 16 | 24 | 32 | 64;
  isFloat: boolean;
}

/** The sound of a clip as it is cut from a recording. */
export type ClipAudio = AacSound | CodedSound;

/** A stretch of a recording, in milliseconds from its start. */
export interface Cut {
  startMs: number;
  endMs: number;
}

/** Decoded sound: samples from -1 to 1, as many in each channel. */
export interface Sound {
  /** Samples a second. */
  rate: number;
  channels: Float32Array<ArrayBuffer>[];
}
