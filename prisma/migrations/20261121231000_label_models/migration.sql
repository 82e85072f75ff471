-- AlterTable
ALTER TABLE "batch" ADD COLUMN     "label_model" JSONB;

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "likelihood" JSONB;
