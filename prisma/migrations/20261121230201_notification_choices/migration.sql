-- CreateTable
CREATE TABLE "notification_choice" (
    "org_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "scope_id" UUID NOT NULL,
    "project_id" UUID,
    "document" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notification_choice_pkey" PRIMARY KEY ("org_id","user_id","scope_id")
);

-- CreateIndex
CREATE INDEX "notification_choice_org_id_project_id_idx" ON "notification_choice"("org_id", "project_id");

-- AddForeignKey
ALTER TABLE "notification_choice" ADD CONSTRAINT "notification_choice_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One organisation per transaction, as in the tables before these.
ALTER TABLE notification_choice ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON notification_choice USING (org_id = assay_org()) WITH CHECK (org_id = assay_org());
GRANT SELECT, INSERT, UPDATE, DELETE ON notification_choice TO assay_app;
