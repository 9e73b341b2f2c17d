"""Which kinds of data a step gives to its agency: proposed from the papers that it wants, and nothing beyond.

A document that is not in the table could hold anything: *unopened letters*, *papers that show the reason*, a paper of a
region's own errand. It proposes nothing, and the screen says so: the clerk and the citizen look at it and choose. That
too little is proposed is seen at once when somebody acts; that too much was given is never seen.
"""

from __future__ import annotations

from collections.abc import Iterable

from desk.model.ids import DocumentId
from desk.model.mandate import DataKind

_OF_KIND = {
    DataKind.CONTACT: """address_papers eu_registration_certificate id_document identity_papers_if_any old_document
        own_id_card passport_photo personal_data_form photo_code places_lived registration_form residence_card
        residence_permit_card trusted_person_details two_photos""",
    DataKind.MONEY: """account_balances bank_statements bills child_costs debt_list_paper debt_papers
        decisions_and_letters deed_of_sale earlier_grant enforcement_letter estate_assets fee_receipt foreign_decisions
        funeral_cost_estimate guardians_income housing_costs refused_decision
        income_estimate income_proof inventory_attachments inventory_deed kela_decision kela_letter latest_accounts
        loan_papers means_of_support moving_offers other_income_proof pay_certificate pay_claims pay_slips
        pension_decision pension_papers profit_count property_list property_papers receipts rent_receipt sales_estimate
        savings_papers savings_proof scam_evidence self_employed_income spouse_income start_up_grant_decision
        student_aid_decision tax_debt_certificate tax_proposal tax_summary trader_income_form tuition_paper
        work_value_count insurance_paper insurance_papers certified_inventory_copy division_deed foreign_statements""",
    DataKind.FAMILY: """burial_permit child_claims_form custodians_consent death_and_kinship divorce_form
        division_deed family_papers family_report family_leave_paper foreign_birth_certificate
        foreign_death_certificate foreign_family_papers guardian_consent guardian_decision guardians_consent
        maintenance_copy maintenance_original marriage_settlement original_continuing_mandate
        orphan_study_certificate shared_home_form
        spouse_details will will_and_policies inventory_deed inventory_attachments estate_mandate leave_plan""",
    DataKind.HOUSING: """apart_proof floor_plan housing_costs landlord_letter lease_of_premises rent_receipt
        repair_plan shared_home_form tenancy_agreement tenancy_agreement_draft moving_offers""",
    DataKind.WORK: """business_id_paper business_papers business_plan cv dismissal_letter employment_contract
        foreign_licence layoff_notice leave_plan offer_letter part_time_agreement pay_certificate pay_claims pay_slips
        posted_certificate professional_certificates school_certificates service_order study_certificate study_place
        study_place_paper study_plan taxi_certificate trader_income_form work_abroad_papers work_certificate
        work_or_study_papers work_or_study_proof work_value_count orphan_study_certificate start_up_grant_decision""",
    DataKind.HEALTH: """accident_notice accident_papers care_plan doctors_certificate doctors_papers doctors_statement
        doctors_statement_b doctors_statement_c doctors_statement_if_asked doctors_statement_if_health health_papers
        informal_care_agreement informal_care_decision parking_statement pregnancy_certificate refused_decision
        statement_on_ability treatment_certificate vaccination_papers""",
}
_NO_PAPER = frozenset({"card_reader"})
"""A thing that has to be there, and tells nothing of anybody."""
_KINDS = {
    document: frozenset(kind for kind, documents in _OF_KIND.items() if document in documents.split())
    for documents in _OF_KIND.values()
    for document in documents.split()
}


def kinds_in(documents: Iterable[DocumentId]) -> frozenset[DataKind]:
    """Return what these papers tell of a person, and how they can be reached, which every act tells."""
    return frozenset({DataKind.CONTACT}).union(*(_KINDS.get(document, frozenset()) for document in documents))


def could_hold_anything(document: str) -> bool:
    """Tell whether nobody can say beforehand what a document holds."""
    return document not in _KINDS and document not in _NO_PAPER
