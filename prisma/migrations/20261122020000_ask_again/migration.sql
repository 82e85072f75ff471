-- AlterTable
ALTER TABLE "annotation_retraction" ADD COLUMN     "guideline_version_id" UUID,
ADD COLUMN     "job_id" UUID;

-- CreateIndex
CREATE INDEX "annotation_retraction_org_id_job_id_idx" ON "annotation_retraction"("org_id", "job_id");
