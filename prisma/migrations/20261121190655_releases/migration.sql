-- AlterTable
ALTER TABLE "report" ADD COLUMN     "release_id" UUID;

-- AlterTable
ALTER TABLE "version_export" ADD COLUMN     "release_id" UUID;

-- CreateTable
CREATE TABLE "release" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "notes" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "policy_ref" TEXT NOT NULL,
    "policy" JSONB NOT NULL,
    "checks" JSONB,
    "failure" JSONB,
    "requested_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "validated_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "approval" JSONB,
    "withdrawn_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdraw_reason" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release_waiver" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "ends_on" TEXT NOT NULL,
    "proposed_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,

    CONSTRAINT "release_waiver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "test_read" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "source_version_id" UUID NOT NULL,
    "split_id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "test_read_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guest_link" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_by" UUID,
    "revoked_at" TIMESTAMPTZ(3),
    "visits" INTEGER NOT NULL DEFAULT 0,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "guest_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "release_org_id_version_id_idx" ON "release"("org_id", "version_id");

-- CreateIndex
CREATE UNIQUE INDEX "release_org_id_id_key" ON "release"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "release_org_id_project_id_number_key" ON "release"("org_id", "project_id", "number");

-- CreateIndex
CREATE INDEX "release_waiver_org_id_release_id_idx" ON "release_waiver"("org_id", "release_id");

-- CreateIndex
CREATE UNIQUE INDEX "release_waiver_org_id_id_key" ON "release_waiver"("org_id", "id");

-- CreateIndex
CREATE INDEX "test_read_org_id_source_version_id_idx" ON "test_read"("org_id", "source_version_id");

-- CreateIndex
CREATE INDEX "test_read_org_id_release_id_idx" ON "test_read"("org_id", "release_id");

-- CreateIndex
CREATE UNIQUE INDEX "test_read_org_id_id_key" ON "test_read"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "guest_link_token_hash_key" ON "guest_link"("token_hash");

-- CreateIndex
CREATE INDEX "guest_link_org_id_release_id_idx" ON "guest_link"("org_id", "release_id");

-- CreateIndex
CREATE UNIQUE INDEX "guest_link_org_id_id_key" ON "guest_link"("org_id", "id");

-- CreateIndex
CREATE INDEX "report_org_id_release_id_idx" ON "report"("org_id", "release_id");

-- CreateIndex
CREATE INDEX "version_export_org_id_release_id_idx" ON "version_export"("org_id", "release_id");

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_org_id_release_id_fkey" FOREIGN KEY ("org_id", "release_id") REFERENCES "release"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_org_id_version_id_fkey" FOREIGN KEY ("org_id", "version_id") REFERENCES "version"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_waiver" ADD CONSTRAINT "release_waiver_org_id_release_id_fkey" FOREIGN KEY ("org_id", "release_id") REFERENCES "release"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "test_read" ADD CONSTRAINT "test_read_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_link" ADD CONSTRAINT "guest_link_org_id_release_id_fkey" FOREIGN KEY ("org_id", "release_id") REFERENCES "release"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One organisation per transaction, as in the tables before these.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['release', 'release_waiver', 'test_read', 'guest_link']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (org_id = assay_org()) WITH CHECK (org_id = assay_org())', name);
    -- What was asked for, waived, read and shown stays on record.
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO assay_app', name);
  END LOOP;
END $$;

REVOKE UPDATE ON test_read FROM assay_app;

ALTER TABLE release
  ADD CONSTRAINT release_is_approved_by_somebody CHECK (
    status <> 'APPROVED' OR (checks IS NOT NULL AND approval IS NOT NULL AND decided_by IS NOT NULL
                             AND decided_at IS NOT NULL AND reason IS NOT NULL)),
  ADD CONSTRAINT release_is_withdrawn_for_a_reason CHECK (
    status <> 'WITHDRAWN' OR (withdrawn_by IS NOT NULL AND withdrawn_at IS NOT NULL AND withdraw_reason IS NOT NULL));

-- A waiver is granted by a second person.
ALTER TABLE release_waiver
  ADD CONSTRAINT waiver_has_two_people CHECK (status <> 'GRANTED' OR decided_by <> proposed_by);

-- One release of a version waits for a decision at a time.
CREATE UNIQUE INDEX release_undecided ON release (org_id, version_id)
  WHERE status IN ('REQUESTED', 'VALIDATING', 'READY', 'BLOCKED', 'FAILED');

-- What an approval said, and what was found, never changes.
CREATE FUNCTION release_is_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what a release was approved for never changes';
END $$;
CREATE TRIGGER release_decided BEFORE UPDATE ON release
  FOR EACH ROW WHEN (
    OLD.approval IS NOT NULL
    AND (NEW.approval IS DISTINCT FROM OLD.approval OR NEW.checks IS DISTINCT FROM OLD.checks
         OR NEW.policy IS DISTINCT FROM OLD.policy OR NEW.decided_by IS DISTINCT FROM OLD.decided_by
         OR NEW.version_id IS DISTINCT FROM OLD.version_id))
  EXECUTE FUNCTION release_is_decided();

-- The release behind the secret of a link: a look-up that needs no organisation.
CREATE FUNCTION lookup_guest_link(hash bytea)
RETURNS TABLE (id uuid, org_id uuid, org_name text, project_id uuid, release_id uuid, expires_at timestamptz,
               revoked_at timestamptz)
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  SELECT g.id, g.org_id, o.name, g.project_id, g.release_id, g.expires_at, g.revoked_at
  FROM guest_link g
  JOIN organisation o ON o.id = g.org_id
  JOIN project p ON p.org_id = g.org_id AND p.id = g.project_id
  WHERE g.token_hash = hash AND o.deleted_at IS NULL AND p.deleted_at IS NULL;
$$;
REVOKE ALL ON FUNCTION lookup_guest_link(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lookup_guest_link(bytea) TO assay_app;
