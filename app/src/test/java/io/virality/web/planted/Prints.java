package io.virality.web.planted;

/** Writes between the lines of a command's answer. */
public final class Prints {

    void print() {
        System.out.println("here");
    }
}
