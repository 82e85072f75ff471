-- AlterTable
ALTER TABLE "export_file" ADD COLUMN     "report" JSONB;
