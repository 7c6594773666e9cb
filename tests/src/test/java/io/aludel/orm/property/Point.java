package io.aludel.orm.property;

/** A place. */
record Point(int x, int y) {}
