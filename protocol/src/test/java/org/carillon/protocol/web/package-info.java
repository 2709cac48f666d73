/** Tests of the web server over raw sockets. */
@NullMarked
package org.carillon.protocol.web;

import org.jspecify.annotations.NullMarked;
