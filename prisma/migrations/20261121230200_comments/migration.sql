-- CreateTable
CREATE TABLE "comment_thread" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "comments" INTEGER NOT NULL DEFAULT 0,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_by" UUID,
    "resolved_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "comment_thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "mentions" UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "comment_thread_org_id_subject_type_subject_id_id_idx" ON "comment_thread"("org_id", "subject_type", "subject_id", "id");

-- CreateIndex
CREATE INDEX "comment_thread_org_id_project_id_idx" ON "comment_thread"("org_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "comment_thread_org_id_id_key" ON "comment_thread"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "comment_org_id_id_key" ON "comment"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "comment_org_id_thread_id_number_key" ON "comment"("org_id", "thread_id", "number");

-- AddForeignKey
ALTER TABLE "comment_thread" ADD CONSTRAINT "comment_thread_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_org_id_thread_id_fkey" FOREIGN KEY ("org_id", "thread_id") REFERENCES "comment_thread"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One organisation per transaction, as in the tables before these.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['comment_thread', 'comment']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (org_id = assay_org()) WITH CHECK (org_id = assay_org())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO assay_app', name);
  END LOOP;
END $$;

-- A thread goes with what it is about; a comment stays in its place, without words once it is deleted.
REVOKE DELETE ON comment FROM assay_app;
ALTER TABLE comment_thread
  ADD CONSTRAINT comment_thread_is_resolved_by_somebody CHECK ((resolved_by IS NULL) = (resolved_at IS NULL));
ALTER TABLE comment
  ADD CONSTRAINT comment_has_words_or_is_deleted
    CHECK ((deleted_at IS NULL AND text <> '') OR (deleted_at IS NOT NULL AND text = '' AND mentions = '{}'));

-- What a person has not read of a thread, when they open it.
CREATE INDEX notification_unread_comments ON notification (org_id, user_id)
  WHERE read_at IS NULL AND kind LIKE 'comment.%';
