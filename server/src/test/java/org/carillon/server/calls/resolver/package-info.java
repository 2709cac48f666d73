/** Tests of the resolver of calls. */
@NullMarked
package org.carillon.server.calls.resolver;

import org.jspecify.annotations.NullMarked;
