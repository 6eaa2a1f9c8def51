/**
 * Keys, signing requests and certificates: a small certificate authority on the controller.
 *
 * <p>A private key is made on the machine that uses it and never leaves it; a host hands out only
 * its signing request. Entry types: {@link jplay.modules.pki.CertificateAuthority}, {@link
 * jplay.modules.pki.SigningRequest}, {@link jplay.modules.pki.Certificate}. Not here: certificates
 * of other authorities such as step-ca.
 */
@NullMarked
package jplay.modules.pki;

import org.jspecify.annotations.NullMarked;
