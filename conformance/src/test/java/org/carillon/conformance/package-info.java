/** Black-box suites that drive a running server with AWS's own clients. */
@NullMarked
package org.carillon.conformance;

import org.jspecify.annotations.NullMarked;
