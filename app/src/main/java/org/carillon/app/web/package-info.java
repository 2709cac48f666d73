/** What the server answers beside the API: health, metrics and the API's description. */
@NullMarked
package org.carillon.app.web;

import org.jspecify.annotations.NullMarked;
