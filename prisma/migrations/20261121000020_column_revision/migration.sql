-- AlterTable
ALTER TABLE "source_column" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;
