/** Drives a server of its own over loopback and measures it beside its parts. */
@NullMarked
package org.carillon.bench;

import org.jspecify.annotations.NullMarked;
