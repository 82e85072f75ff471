-- Which time a review item was sent back, counted from 1.
ALTER TABLE "review_return" ADD COLUMN "round" INTEGER NOT NULL DEFAULT 1;
