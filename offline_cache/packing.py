"""Objects of the catalogue as bytes: the desk's own JSON, packed with what all of them have in common.

Most of an object's JSON is the same few keys, which a dictionary known beforehand makes nearly free: a national
catalogue takes a third of the room, and opening one object costs some microseconds. What stands in ``KEYS`` can never
be changed, only be followed by another one under another first byte.
"""

from __future__ import annotations

import zlib

PACKED = b"\x01"
LEVEL = 1
SHORTEST = 200
KEYS = (
    b'"municipality_code":null,"as_text":{"texts":{}},"note":{"texts":{}},"receiver":{"texts":{}},"country":"FI",'
    b'"northing":null,"easting":null,"entrances":[{"name":{"texts":{}},"is_main":true,"accessibility":[{"heading":'
    b'"sentences":[{"texts":{"sv":"","en":"","fi":""}},{"texts":{"fi":"","sv":"","en":""}}]}]}],"street_number":"1",'
    b'"post_box":{"texts":{}},"postal_code":"00100","post_office":{"texts":{"fi":"","sv":""}},"municipality":'
    b'{"kind":"Location","street":{"texts":{"fi":"","sv":""}},"forms":[{"url":"https://www.","title":"","file_kind":'
    b'"PDF","language":"fi"}],"form_identifier":{"texts":{}},"attachments":[],"requires_authentication":false,'
    b'"requires_signature":false,"web_accessibility":[],"kind":"EChannel","WebPage","PrintableForm","ServiceLocation",'
    b'"hours":[{"kind":"DaysOfTheWeek","openings":[{"opens":"08:00:00","closes":"16:00:00","day_from":0,"day_to":null},'
    b'{"opens":"09:00:00","closes":"15:00:00","day_from":1,"day_to":null},"day_from":2,"day_to":null},"day_from":3,'
    b'"day_to":null},"day_from":4,"day_to":null}],"valid_from":null,"valid_to":null,"is_closed":false,'
    b'"is_always_open":false,"by_reservation":false,"note":{"texts":{}},"self_service":false}],"Exceptional",'
    b'"offers":[{"organization":"","role":"Responsible","name":""}],"OtherResponsible","Producer","laws":[{"name":'
    b'"links":[{"url":"http://www.finlex.fi/fi/laki/ajantasa/","title":null,"language":"fi"}]}],"classes":'
    b'{"service_classes":[{"name":{"texts":{"sv":"","en":"","fi":""}},"code":"P","uri":'
    b'"http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/P"}],"target_groups":[{"code":"KR","uri":'
    b'"http://uri.suomi.fi/codelist/ptv/ptvkohderyhmat/code/KR"}],"life_events":[{"code":"KE","uri":'
    b'"http://uri.suomi.fi/codelist/ptv/ptvelti/code/KE"}],"ontology_terms":[{"name":{"texts":{"sv":"","en":"","fi":""}'
    b'},"code":null,"uri":"http://www.yso.fi/onto/koko/p"},"industrial_classes":[]},"terms":[],"general_description":'
    b'null,"nationwide":true,"areas":[{"kind":"Municipality","code":null,"name":{"texts":{}},"municipalities":[""]}],'
    b'"languages":["fi","sv","en"],"contacts":{"phones":[{"number":"+358","language":"fi","note":null,"charge":'
    b'"Chargeable","charge_note":"pvm/mpm","kind":"Phone"}],"emails":[{"address":"@","language":"fi"}],"links":[],'
    b'"addresses":[]},"source":{"modified":"2026-01-01T00:00:00.000000Z","starter":false,"address":null,"checked":null,'
    b'"replaces":[]},"alternative_names":{"texts":{}},"texts":{"summary":{"texts":{"fi":"","sv":"","en":""}},'
    b'"description":{"texts":{"fi":""}},"background":{"texts":{}},"instruction":{"texts":{}},"charge_note":{"texts":{}}'
    b',"deadline":{"texts":{}},"processing_time":{"texts":{}},"validity":{"texts":{}}},"requirements":{"texts":{}},'
    b'"keywords":[["fi",""],["sv",""],["en",""]],"charge":"FreeOfCharge","kind":"Service","connections":[{"service":"",'
    b'"channel":"","description":{"texts":{}},"charge":null,"charge_note":{"texts":{}},"hours":[],"contacts":{"phones":'
    b'[],"emails":[],"links":[],"addresses":[]},"extra_types":[],"authorizations":[]},{"service":"","channel":"",'
    b'"description":{"texts":{}},"charge":null,"charge_note":{"texts":{}},"hours":[],"contacts":{"phones":[],"emails":'
    b'[],"links":[],"addresses":[]},"extra_types":[],"authorizations":[]}],{"id":"","names":{"texts":{"fi":""}}'
)


def packed(body: bytes) -> bytes:
    """The bytes to keep; short ones as they are."""
    if len(body) < SHORTEST:
        return body
    packer = zlib.compressobj(LEVEL, zdict=KEYS)
    return PACKED + packer.compress(body) + packer.flush()


def unpacked(kept: bytes) -> bytes:
    """The JSON again, whether it was kept packed or, as before there was packing, as it was."""
    if kept[:1] != PACKED:
        return kept
    return zlib.decompressobj(zdict=KEYS).decompress(kept[1:])
