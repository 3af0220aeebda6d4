package io.virality.app.vectors;

/** Answers cases of one method by calls of the domain. */
@FunctionalInterface
interface Method {

    /**
     * The answer: a map, record or list of numbers, texts and such, with the names that the expected values have. Names
     * beyond those are welcome.
     *
     * @throws IllegalArgumentException if the case cannot be answered
     */
    Object answer(VectorCase vector);
}
