export { bytesEqual } from './bytes-equal.ts';
export { CanonicalJsonError, canonicalJson } from './canonical-json.ts';
export { commit } from './commit.ts';
export { type ContentRoot, startContentRoot } from './content/content-root.ts';
export { hexOf } from './content/hex-of.ts';
export { namedRoot } from './content/named-root.ts';
export { decodeBase64 } from './decode-base64.ts';
export { encodeBase64 } from './encode-base64.ts';
export type { ExportCheckpoint, ExportEntry, ExportHeader } from './export/export-format.ts';
export { type ExportInput, exportLines } from './export/export-lines.ts';
export type { Problem, ProblemCode, VerificationReport } from './export/verification-report.ts';
export { type VerifyOptions, type VerifyProgress, verifyExport } from './export/verify-export.ts';
export { HASH_LENGTH } from './hash-length.ts';
export { consistencyProof } from './merkle/consistency-proof.ts';
export { emptyRoot } from './merkle/empty-root.ts';
export { inclusionProof } from './merkle/inclusion-proof.ts';
export { inclusionVerifier, type PlacedClaim } from './merkle/inclusion-verifier.ts';
export { leafHash } from './merkle/leaf-hash.ts';
export { nodeHash } from './merkle/node-hash.ts';
export type { ProofCheck } from './merkle/proof-check.ts';
export { type InclusionClaim, rootFromInclusion } from './merkle/root-from-inclusion.ts';
export { rootHash } from './merkle/root-hash.ts';
export { type ConsistencyClaim, verifyConsistency } from './merkle/verify-consistency.ts';
export { verifyInclusion } from './merkle/verify-inclusion.ts';
export { type Checkpoint, formatCheckpoint, parseCheckpoint } from './note/checkpoint.ts';
export { keyId } from './note/key-id.ts';
export { ledgerOrigin } from './note/ledger-origin.ts';
export { NoteError } from './note/note-error.ts';
export { type NoteSigner, noteSigner } from './note/note-signer.ts';
export { type NoteSignature, type ParsedNote, parseNote } from './note/parse-note.ts';
export { signNote } from './note/sign-note.ts';
export { formatVerifierKey, parseVerifierKey, type VerifierKey } from './note/verifier-key.ts';
export { type VerifiedCheckpoint, verifyCheckpoint } from './note/verify-checkpoint.ts';
export { type VerifiedNote, verifyNote } from './note/verify-note.ts';
export { buildVerifyPage } from './page/build-verify-page.ts';
export { type RunningSha256, type Sha256, sha256, startSha256 } from './sha256.ts';
export { type Appended, appendLeaves } from './tiles/append-leaves.ts';
export { consistencyFromTiles } from './tiles/consistency-from-tiles.ts';
export { type ExpandedTile, expandTile } from './tiles/expand-tile.ts';
export { inclusionFromSource } from './tiles/inclusion-from-source.ts';
export { inclusionFromTiles } from './tiles/inclusion-from-tiles.ts';
export { inclusionProver } from './tiles/inclusion-prover.ts';
export { rootFromTiles } from './tiles/root-from-tiles.ts';
export {
  type ReadTile,
  TILE_HEIGHT,
  TILE_WIDTH,
  type Tile,
  TileError,
  type TileNeed,
  type TilePlace,
} from './tiles/tile.ts';
export { tilesForAppend } from './tiles/tiles-for-append.ts';
export { tilesForConsistency } from './tiles/tiles-for-consistency.ts';
export { tilesForInclusion } from './tiles/tiles-for-inclusion.ts';
export { tilesForRoot } from './tiles/tiles-for-root.ts';
