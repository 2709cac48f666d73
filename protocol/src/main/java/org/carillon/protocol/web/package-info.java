/** Serves HTTP/1.1 with Jetty: bounded requests in, whole answers out, every refusal typed. */
@NullMarked
package org.carillon.protocol.web;

import org.jspecify.annotations.NullMarked;
