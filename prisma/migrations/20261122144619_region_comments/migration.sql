-- AlterTable
ALTER TABLE "comment_thread" ADD COLUMN     "region_id" UUID;
