-- AlterTable
ALTER TABLE "run_image" DROP CONSTRAINT "run_image_pkey",
ADD COLUMN     "frame" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "path" TEXT,
ADD CONSTRAINT "run_image_pkey" PRIMARY KEY ("org_id", "run_id", "row", "frame");
