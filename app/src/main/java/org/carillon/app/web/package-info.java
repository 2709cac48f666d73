/** The pages beside the API: health, metrics and the description of the API. */
@NullMarked
package org.carillon.app.web;

import org.jspecify.annotations.NullMarked;
