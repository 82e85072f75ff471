-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "auth_user" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "two_factor_enabled" BOOLEAN DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "auth_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_session" (
    "id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "auth_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_account" (
    "id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "auth_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "auth_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_two_factor" (
    "id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "verified" BOOLEAN DEFAULT true,
    "failed_verification_count" INTEGER DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "auth_two_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_rate_limit" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "auth_rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "id" UUID NOT NULL,
    "region" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "region" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "stage" TEXT,
    "done" BIGINT NOT NULL DEFAULT 0,
    "total" BIGINT,
    "rate" DOUBLE PRECISION,
    "unit" TEXT,
    "error" JSONB,
    "result" JSONB,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "heartbeat_at" TIMESTAMPTZ(3),
    "cancel_requested_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_step" (
    "org_id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_step_pkey" PRIMARY KEY ("org_id","job_id","name")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "available_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dispatched_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "blob" (
    "key" TEXT NOT NULL,
    "org_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "content_type" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "blob_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "blob_ref" (
    "org_id" UUID NOT NULL,
    "blob_key" TEXT NOT NULL,
    "owner_type" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,

    CONSTRAINT "blob_ref_pkey" PRIMARY KEY ("org_id","blob_key","owner_type","owner_id")
);

-- CreateTable
CREATE TABLE "measurement" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "metric" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "method_version" INTEGER NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "slice" JSONB NOT NULL,
    "slice_key" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "reason" TEXT,
    "numerator" BIGINT,
    "denominator" BIGINT,
    "low" DOUBLE PRECISION,
    "high" DOUBLE PRECISION,
    "confidence" DOUBLE PRECISION,
    "n" BIGINT NOT NULL,
    "inputs" JSONB NOT NULL,
    "job_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "measurement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dependency" (
    "org_id" UUID NOT NULL,
    "from_type" TEXT NOT NULL,
    "from_id" UUID NOT NULL,
    "to_type" TEXT NOT NULL,
    "to_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dependency_pkey" PRIMARY KEY ("org_id","from_type","from_id","to_type","to_id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "actor_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" UUID NOT NULL,
    "project_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "payload" TEXT,
    "salt" BYTEA,
    "commitment" BYTEA NOT NULL,
    "index" BIGINT,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_object" (
    "org_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" UUID NOT NULL,

    CONSTRAINT "audit_object_pkey" PRIMARY KEY ("org_id","object_type","object_id","event_id")
);

-- CreateTable
CREATE TABLE "ledger_head" (
    "org_id" UUID NOT NULL,
    "size" BIGINT NOT NULL,
    "root" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_head_pkey" PRIMARY KEY ("org_id")
);

-- CreateTable
CREATE TABLE "ledger_tile" (
    "org_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "tile" BIGINT NOT NULL,
    "hashes" BYTEA NOT NULL,

    CONSTRAINT "ledger_tile_pkey" PRIMARY KEY ("org_id","level","tile")
);

-- CreateTable
CREATE TABLE "ledger_checkpoint" (
    "org_id" UUID NOT NULL,
    "size" BIGINT NOT NULL,
    "note" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_checkpoint_pkey" PRIMARY KEY ("org_id","size")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "region" TEXT NOT NULL DEFAULT 'local',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "roles" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "roles" TEXT[],
    "project_id" UUID,
    "project_roles" TEXT[],
    "token_hash" BYTEA NOT NULL,
    "invited_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "stakes" TEXT NOT NULL DEFAULT 'standard',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_member" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "roles" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" JSONB NOT NULL,
    "link" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "table_type" TEXT NOT NULL,
    "table_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "state" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "status" INTEGER,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "created_by" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "received" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload_part" (
    "org_id" UUID NOT NULL,
    "upload_id" UUID NOT NULL,
    "position" BIGINT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "blob_key" TEXT NOT NULL,

    CONSTRAINT "upload_part_pkey" PRIMARY KEY ("org_id","upload_id","position")
);

-- CreateTable
CREATE TABLE "source" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "terms" JSONB NOT NULL,
    "privacy_unit" JSONB,
    "current_version_id" UUID,
    "retention_on" TIMESTAMPTZ(3),
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,
    "erased_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_version" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "upload_id" UUID,
    "file_name" TEXT NOT NULL,
    "file_sha256" TEXT,
    "file_bytes" BIGINT NOT NULL,
    "status" TEXT NOT NULL,
    "detected" JSONB,
    "dialect" JSONB,
    "manifest" JSONB,
    "rows" BIGINT,
    "rejected" BIGINT,
    "notices" JSONB,
    "profile_key" TEXT,
    "drift_key" TEXT,
    "side_files" JSONB,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "committed_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "source_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_column" (
    "org_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "spec" JSONB NOT NULL,
    "role_confirmed_by" UUID,
    "role_confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "source_column_pkey" PRIMARY KEY ("org_id","version_id","index")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "column_index" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "evidence" TEXT NOT NULL,
    "matched" BIGINT NOT NULL,
    "scanned" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "example" TEXT,
    "status" TEXT NOT NULL DEFAULT 'OPEN',
    "note" TEXT,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "split_set" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "plan" JSONB NOT NULL,
    "counts" JSONB NOT NULL,
    "assignment_key" TEXT NOT NULL,
    "assignment_sha256" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "test_reads" INTEGER NOT NULL DEFAULT 0,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "split_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "population_table" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "citation" TEXT NOT NULL,
    "columns" TEXT[],
    "rows" JSONB NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "population_table_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "auth_user_email_key" ON "auth_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "auth_session_token_key" ON "auth_session"("token");

-- CreateIndex
CREATE INDEX "auth_session_user_id_idx" ON "auth_session"("user_id");

-- CreateIndex
CREATE INDEX "auth_account_user_id_idx" ON "auth_account"("user_id");

-- CreateIndex
CREATE INDEX "auth_verification_identifier_idx" ON "auth_verification"("identifier");

-- CreateIndex
CREATE INDEX "auth_two_factor_user_id_idx" ON "auth_two_factor"("user_id");

-- CreateIndex
CREATE INDEX "auth_two_factor_secret_idx" ON "auth_two_factor"("secret");

-- CreateIndex
CREATE UNIQUE INDEX "auth_rate_limit_key_key" ON "auth_rate_limit"("key");

-- CreateIndex
CREATE INDEX "job_org_id_created_at_idx" ON "job"("org_id", "created_at");

-- CreateIndex
CREATE INDEX "job_org_id_status_created_at_idx" ON "job"("org_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "job_org_id_subject_type_subject_id_created_at_idx" ON "job"("org_id", "subject_type", "subject_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "job_org_id_id_key" ON "job"("org_id", "id");

-- CreateIndex
CREATE INDEX "outbox_dispatched_at_available_at_idx" ON "outbox"("dispatched_at", "available_at");

-- CreateIndex
CREATE INDEX "blob_org_id_sha256_idx" ON "blob"("org_id", "sha256");

-- CreateIndex
CREATE INDEX "blob_created_at_idx" ON "blob"("created_at");

-- CreateIndex
CREATE INDEX "blob_ref_org_id_owner_type_owner_id_idx" ON "blob_ref"("org_id", "owner_type", "owner_id");

-- CreateIndex
CREATE INDEX "measurement_org_id_subject_type_subject_id_metric_slice_key_idx" ON "measurement"("org_id", "subject_type", "subject_id", "metric", "slice_key", "at");

-- CreateIndex
CREATE INDEX "dependency_org_id_to_type_to_id_idx" ON "dependency"("org_id", "to_type", "to_id");

-- CreateIndex
CREATE INDEX "audit_event_org_id_at_idx" ON "audit_event"("org_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_org_id_object_type_object_id_at_idx" ON "audit_event"("org_id", "object_type", "object_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_org_id_actor_id_at_idx" ON "audit_event"("org_id", "actor_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_org_id_action_at_idx" ON "audit_event"("org_id", "action", "at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_org_id_index_key" ON "audit_event"("org_id", "index");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE INDEX "member_user_id_idx" ON "member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_org_id_user_id_key" ON "member"("org_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_org_id_created_at_idx" ON "invitation"("org_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_key_hash_key" ON "api_key"("key_hash");

-- CreateIndex
CREATE INDEX "api_key_org_id_created_at_idx" ON "api_key"("org_id", "created_at");

-- CreateIndex
CREATE INDEX "project_org_id_created_at_idx" ON "project"("org_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "project_org_id_id_key" ON "project"("org_id", "id");

-- CreateIndex
CREATE INDEX "project_member_org_id_user_id_idx" ON "project_member"("org_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_member_org_id_project_id_user_id_key" ON "project_member"("org_id", "project_id", "user_id");

-- CreateIndex
CREATE INDEX "notification_org_id_user_id_created_at_idx" ON "notification"("org_id", "user_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_org_id_table_type_table_id_user_id_name_key" ON "saved_view"("org_id", "table_type", "table_id", "user_id", "name");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "idempotency_key_org_id_actor_id_key_key" ON "idempotency_key"("org_id", "actor_id", "key");

-- CreateIndex
CREATE INDEX "upload_org_id_created_at_idx" ON "upload"("org_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "upload_org_id_id_key" ON "upload"("org_id", "id");

-- CreateIndex
CREATE INDEX "source_org_id_project_id_created_at_idx" ON "source"("org_id", "project_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "source_org_id_id_key" ON "source"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "source_version_org_id_id_key" ON "source_version"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "source_version_org_id_source_id_number_key" ON "source_version"("org_id", "source_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "source_column_org_id_version_id_name_key" ON "source_column"("org_id", "version_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "finding_org_id_version_id_column_index_kind_key" ON "finding"("org_id", "version_id", "column_index", "kind");

-- CreateIndex
CREATE INDEX "split_set_org_id_version_id_active_idx" ON "split_set"("org_id", "version_id", "active");

-- CreateIndex
CREATE INDEX "population_table_org_id_source_id_idx" ON "population_table"("org_id", "source_id");

-- AddForeignKey
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_two_factor" ADD CONSTRAINT "auth_two_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_step" ADD CONSTRAINT "job_step_org_id_job_id_fkey" FOREIGN KEY ("org_id", "job_id") REFERENCES "job"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload_part" ADD CONSTRAINT "upload_part_org_id_upload_id_fkey" FOREIGN KEY ("org_id", "upload_id") REFERENCES "upload"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_version" ADD CONSTRAINT "source_version_org_id_source_id_fkey" FOREIGN KEY ("org_id", "source_id") REFERENCES "source"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_column" ADD CONSTRAINT "source_column_org_id_version_id_fkey" FOREIGN KEY ("org_id", "version_id") REFERENCES "source_version"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_org_id_version_id_fkey" FOREIGN KEY ("org_id", "version_id") REFERENCES "source_version"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "split_set" ADD CONSTRAINT "split_set_org_id_version_id_fkey" FOREIGN KEY ("org_id", "version_id") REFERENCES "source_version"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
