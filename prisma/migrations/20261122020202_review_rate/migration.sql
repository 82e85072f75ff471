-- AlterTable
ALTER TABLE "batch" ADD COLUMN     "review_rate" INTEGER;
