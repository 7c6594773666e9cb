package io.aludel.orm.property;

/** From one place to another. */
record Line(Point from, Point to) {}
