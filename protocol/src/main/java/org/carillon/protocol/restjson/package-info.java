/** AWS's REST-JSON protocol: routes requests, decodes and validates inputs, encodes answers. */
@NullMarked
package org.carillon.protocol.restjson;

import org.jspecify.annotations.NullMarked;
