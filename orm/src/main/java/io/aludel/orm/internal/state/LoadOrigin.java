package io.aludel.orm.internal.state;

/** What an object remembers of how it was loaded; only loading knows more. */
public interface LoadOrigin {}
