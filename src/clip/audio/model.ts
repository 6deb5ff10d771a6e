/** A coded stretch of sound. Times are seconds from the clip's start. */
export interface AudioPacket {
  data: Uint8Array<ArrayBuffer>;
  startS: number;
  durationS: number;
}

/** The sound of a clip: AAC packets, and what a player needs to decode them. */
export interface ClipAudio {
  /** As RFC 6381 names it: `mp4a.40.2`. */
  codec: string;
  sampleRate: number;
  numberOfChannels: number;
  /** AudioSpecificConfig (ISO/IEC 14496-3). */
  description: Uint8Array<ArrayBuffer>;
  packets: AudioPacket[];
}
