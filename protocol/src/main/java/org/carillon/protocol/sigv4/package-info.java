/** Verifies AWS Signature Version 4 on requests, in the header or presigned in the query. */
@NullMarked
package org.carillon.protocol.sigv4;

import org.jspecify.annotations.NullMarked;
