-- A reason came between the third and the fourth: what comes after it lies one place lower.
UPDATE "review_item" SET "rank" = "rank" + 1 WHERE "rank" >= 3;
