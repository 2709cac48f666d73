/** Tests of the signature verifier against published vectors and the SDK's own signer. */
@NullMarked
package org.carillon.protocol.sigv4;

import org.jspecify.annotations.NullMarked;
