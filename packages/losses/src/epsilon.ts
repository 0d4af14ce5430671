/** Keras' `backend.epsilon()`: what keeps logarithms and divisions from 0. */
export const epsilon = 1e-7;
