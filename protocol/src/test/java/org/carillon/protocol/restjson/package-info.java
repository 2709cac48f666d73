/** The protocol held against Smithy's own suite, and against the routes of the Chime API. */
@NullMarked
package org.carillon.protocol.restjson;

import org.jspecify.annotations.NullMarked;
