import { element } from '../../xml/element.ts';
import type { Buyer, PostalAddress, Seller } from '../invoice.ts';

export const sellerElement = (seller: Seller) =>
  element('ram:SellerTradeParty', [
    element('ram:Name', seller.name),
    element('ram:Description', seller.legalNote),
    element('ram:DefinedTradeContact', [
      element('ram:PersonName', seller.contact),
      element('ram:TelephoneUniversalCommunication', element('ram:CompleteNumber', seller.phone)),
      element('ram:EmailURIUniversalCommunication', element('ram:URIID', seller.email)),
    ]),
    address(seller),
    electronicAddress({ scheme: 'EM', id: seller.email }),
    taxRegistration('VA', seller.vatId),
    taxRegistration('FC', seller.taxNumber),
  ]);

export const buyerElement = (buyer: Buyer) =>
  element('ram:BuyerTradeParty', [
    element('ram:ID', buyer.customerNumber),
    element('ram:Name', buyer.name),
    address(buyer, buyer.addition),
    buyer.electronicAddress && electronicAddress(buyer.electronicAddress),
    taxRegistration('VA', buyer.vatId),
  ]);

const address = ({ postcode, street, city, country }: PostalAddress, addition = '') =>
  element('ram:PostalTradeAddress', [
    element('ram:PostcodeCode', postcode),
    element('ram:LineOne', street),
    element('ram:LineTwo', addition),
    element('ram:CityName', city),
    element('ram:CountryID', country),
  ]);

const electronicAddress = ({ scheme, id }: { scheme: string; id: string }) =>
  element('ram:URIUniversalCommunication', element('ram:URIID', id, { schemeID: scheme }));

const taxRegistration = (scheme: string, id: string | undefined) =>
  element('ram:SpecifiedTaxRegistration', element('ram:ID', id, { schemeID: scheme }));
