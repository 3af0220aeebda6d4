package io.virality.web;

import java.util.List;

/** The operations of one resource. */
interface Routes {

    /** All of them, in the order in which they are described. */
    List<Operation> operations();
}
