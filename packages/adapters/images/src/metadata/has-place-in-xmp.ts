/** Whether an XMP packet says where the picture was taken: Adobe's programs write EXIF's places there. */
export const hasPlaceInXmp = (packet: Buffer | undefined): boolean =>
  packet !== undefined && /exif:GPS(Latitude|Longitude)\b/.test(packet.toString('utf8'));
