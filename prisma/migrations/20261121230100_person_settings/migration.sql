-- CreateTable
CREATE TABLE "person_setting" (
    "org_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_setting_pkey" PRIMARY KEY ("org_id","user_id","kind")
);

-- One organisation per transaction, and in it only what is one's own.
ALTER TABLE person_setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON person_setting USING (org_id = assay_org() AND user_id = assay_user())
  WITH CHECK (org_id = assay_org() AND user_id = assay_user());
GRANT SELECT, INSERT, UPDATE, DELETE ON person_setting TO assay_app;
