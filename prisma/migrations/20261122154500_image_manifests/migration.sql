-- AlterTable
ALTER TABLE "image_manifest_line" ADD COLUMN     "made" JSONB;

-- What became of a line is known when all files of its import are.
GRANT UPDATE ON image_manifest_line TO assay_app;
