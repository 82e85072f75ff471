'use client';

import { createContext, useContext } from 'react';
import type { Drawing } from './drawing.ts';

/** The drawing that the questions beside it are about; null where there is none, or not yet. */
export const DrawingContext = createContext<Drawing | null>(null);

export const useDrawing = (): Drawing | null => useContext(DrawingContext);
