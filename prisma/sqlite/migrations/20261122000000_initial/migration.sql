-- CreateTable
CREATE TABLE "Company" (
    "id" INTEGER NOT NULL PRIMARY KEY DEFAULT 1,
    "corpId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "dayBoundaryMinutes" INTEGER NOT NULL,
    "rulesVersion" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "Department" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "parentId" TEXT,
    CONSTRAINT "Department_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Department" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "DepartmentLeader" (
    "departmentId" TEXT NOT NULL,
    "employeeId" TEXT NOT NULL,

    PRIMARY KEY ("departmentId", "employeeId"),
    CONSTRAINT "DepartmentLeader_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "DepartmentLeader_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "Employee" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "userIdKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "employeeNumber" TEXT,
    "position" TEXT,
    "departmentId" TEXT,
    "zone" TEXT,
    "leftAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Employee_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "EmployeeLeader" (
    "employeeId" TEXT NOT NULL,
    "leaderId" TEXT NOT NULL,

    PRIMARY KEY ("employeeId", "leaderId"),
    CONSTRAINT "EmployeeLeader_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "EmployeeLeader_leaderId_fkey" FOREIGN KEY ("leaderId") REFERENCES "Employee" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "employeeId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "scopeDepartmentId" TEXT,
    "grantedBy" TEXT NOT NULL,
    "grantedAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    CONSTRAINT "RoleGrant_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "ConsentNotice" (
    "version" INTEGER NOT NULL PRIMARY KEY,
    "publishedAt" DATETIME NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "employeeId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "givenAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,
    CONSTRAINT "Consent_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "SigningKey" (
    "kid" TEXT NOT NULL PRIMARY KEY,
    "publicJwkJson" TEXT NOT NULL,
    "privateJwkEncrypted" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "activeFrom" DATETIME NOT NULL,
    "retiredAt" DATETIME
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "employeeId" TEXT NOT NULL,
    "keyThumbprint" TEXT,
    "loggedInAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    "revokedReason" TEXT
);

-- CreateTable
CREATE TABLE "RefreshToken" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "issuedAt" DATETIME NOT NULL,
    "replacedAt" DATETIME,
    CONSTRAINT "RefreshToken_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "Device" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "employeeId" TEXT NOT NULL,
    "keyThumbprint" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "brand" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "system" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "boundAt" DATETIME,
    "revokedAt" DATETIME,
    "revokedReason" TEXT,
    "replacedAt" DATETIME,
    CONSTRAINT "Device_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "Challenge" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "keyThumbprint" TEXT NOT NULL,
    "employeeId" TEXT NOT NULL,
    "issuedAt" DATETIME NOT NULL,
    "clockOffsetMs" REAL NOT NULL
);

-- CreateTable
CREATE TABLE "Site" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "mainlandChina" BOOLEAN NOT NULL,
    "zone" TEXT,
    "fenceJson" TEXT NOT NULL,
    "originalFenceJson" TEXT NOT NULL,
    "wifiProof" TEXT NOT NULL,
    "south" REAL NOT NULL,
    "west" REAL NOT NULL,
    "north" REAL NOT NULL,
    "east" REAL NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "archivedAt" DATETIME
);

-- CreateTable
CREATE TABLE "SiteWifi" (
    "siteId" TEXT NOT NULL,
    "bssid" TEXT NOT NULL,
    "ssid" TEXT NOT NULL,

    PRIMARY KEY ("siteId", "bssid"),
    CONSTRAINT "SiteWifi_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "SiteAddress" (
    "siteId" TEXT NOT NULL,
    "addressHash" TEXT NOT NULL,

    PRIMARY KEY ("siteId", "addressHash"),
    CONSTRAINT "SiteAddress_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "PresenceGateway" (
    "siteId" TEXT NOT NULL PRIMARY KEY,
    "url" TEXT NOT NULL,
    "publicJwkJson" TEXT NOT NULL,
    "skewMs" REAL NOT NULL DEFAULT 0,
    "skewMeasuredAt" DATETIME,
    CONSTRAINT "PresenceGateway_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "FieldPlan" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "employeeId" TEXT NOT NULL,
    "workDay" DATETIME NOT NULL,
    "siteId" TEXT NOT NULL,
    "note" TEXT,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "cancelledAt" DATETIME,
    CONSTRAINT "FieldPlan_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "FieldPlan_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "Rule" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "archivedAt" DATETIME
);

-- CreateTable
CREATE TABLE "RuleVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ruleId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "validFrom" DATETIME NOT NULL,
    "validUntil" DATETIME,
    "scheduleKind" TEXT NOT NULL,
    "weekJson" TEXT NOT NULL,
    "followsCalendar" BOOLEAN NOT NULL,
    "policyJson" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "RuleVersion_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "Rule" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "RuleSite" (
    "ruleVersionId" TEXT NOT NULL,
    "siteId" TEXT NOT NULL,

    PRIMARY KEY ("ruleVersionId", "siteId"),
    CONSTRAINT "RuleSite_ruleVersionId_fkey" FOREIGN KEY ("ruleVersionId") REFERENCES "RuleVersion" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "RuleSite_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "RuleAssignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ruleId" TEXT NOT NULL,
    "targetKind" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,
    "precedence" INTEGER NOT NULL,
    "validFrom" DATETIME NOT NULL,
    "validUntil" DATETIME,
    CONSTRAINT "RuleAssignment_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "Rule" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "Shift" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "zone" TEXT,
    "requiredMinutes" INTEGER,
    "createdAt" DATETIME NOT NULL,
    "archivedAt" DATETIME
);

-- CreateTable
CREATE TABLE "ShiftSpan" (
    "shiftId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "startMinutes" INTEGER NOT NULL,
    "endMinutes" INTEGER NOT NULL,
    "earlyOpensMinutes" INTEGER NOT NULL,
    "earlyClosesMinutes" INTEGER NOT NULL,
    "lateOpensMinutes" INTEGER NOT NULL,
    "lateClosesMinutes" INTEGER NOT NULL,
    "lateGraceMinutes" INTEGER NOT NULL DEFAULT 0,
    "leaveGraceMinutes" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("shiftId", "number"),
    CONSTRAINT "ShiftSpan_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "Team" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "TeamMember" (
    "teamId" TEXT NOT NULL,
    "employeeId" TEXT NOT NULL,
    "validFrom" DATETIME NOT NULL,
    "validUntil" DATETIME,

    PRIMARY KEY ("teamId", "employeeId", "validFrom"),
    CONSTRAINT "TeamMember_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "TeamMember_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "RosterEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "targetKind" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,
    "workDay" DATETIME NOT NULL,
    "shiftId" TEXT,
    CONSTRAINT "RosterEntry_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "CalendarYear" (
    "year" INTEGER NOT NULL PRIMARY KEY,
    "publishedAt" DATETIME,
    "source" TEXT
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "day" DATETIME NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "EmployeeDay" (
    "employeeId" TEXT NOT NULL,
    "workDay" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "zone" TEXT NOT NULL,

    PRIMARY KEY ("employeeId", "workDay")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "employeeId" TEXT NOT NULL,
    "workDay" DATETIME NOT NULL,
    "slotKind" TEXT NOT NULL,
    "slotSpan" INTEGER NOT NULL,
    "slotKey" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "requestId" TEXT,
    "keyThumbprint" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "challengeId" TEXT,
    "challengePosition" INTEGER,
    "sessionId" TEXT NOT NULL,
    "phoneTime" DATETIME NOT NULL,
    "capturedAt" DATETIME NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "deferred" BOOLEAN NOT NULL,
    "captureUnproven" BOOLEAN NOT NULL DEFAULT false,
    "applicationReason" TEXT,
    "note" TEXT,
    "siteId" TEXT,
    "presenceBy" TEXT,
    "ruleId" TEXT,
    "ruleVersion" INTEGER,
    "networkType" TEXT NOT NULL,
    "networkAddressHash" TEXT,
    "factsHash" TEXT,
    "deviceJson" TEXT NOT NULL,
    "clientVersion" TEXT NOT NULL,
    "accuracyMetres" REAL,
    "placeEncrypted" TEXT,
    "wifiEncrypted" TEXT,
    "placeHash" TEXT,
    "cellLatitude" REAL,
    "cellLongitude" REAL,
    "replyJson" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "evidenceState" TEXT NOT NULL,
    "decisionCount" INTEGER NOT NULL DEFAULT 1,
    "evidenceDeadline" DATETIME,
    "approvedBy" TEXT,
    CONSTRAINT "Attempt_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "Decision" (
    "attemptId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "decidedAt" DATETIME NOT NULL,
    "decidedBy" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "findingsJson" TEXT NOT NULL,
    "checksJson" TEXT NOT NULL,
    "effect" TEXT,

    PRIMARY KEY ("attemptId", "number"),
    CONSTRAINT "Decision_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "AttemptPhoto" (
    "attemptId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "byteLength" INTEGER NOT NULL,
    "takenAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "objectKey" TEXT,
    "problem" TEXT,
    "nextCheckAt" DATETIME,
    "checkCount" INTEGER NOT NULL DEFAULT 0,
    "perceptualHash" TEXT,
    "widthPixels" INTEGER,
    "heightPixels" INTEGER,
    "verifiedAt" DATETIME,

    PRIMARY KEY ("attemptId", "sha256"),
    CONSTRAINT "AttemptPhoto_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "VisitRecord" (
    "attemptId" TEXT NOT NULL PRIMARY KEY,
    "customer" TEXT NOT NULL,
    "contactEncrypted" TEXT,
    "contactPhoneEncrypted" TEXT,
    "purpose" TEXT NOT NULL,
    "outcome" TEXT,
    "notes" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "VisitRecord_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "VisitRecordEdit" (
    "attemptId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "customer" TEXT NOT NULL,
    "contactEncrypted" TEXT,
    "contactPhoneEncrypted" TEXT,
    "purpose" TEXT NOT NULL,
    "outcome" TEXT,
    "notes" TEXT,
    "writtenAt" DATETIME NOT NULL,

    PRIMARY KEY ("attemptId", "version"),
    CONSTRAINT "VisitRecordEdit_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "VisitRecord" ("attemptId") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "OutageInterval" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "reason" TEXT NOT NULL,
    "declaredBy" TEXT NOT NULL,
    "declaredAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME
);

-- CreateTable
CREATE TABLE "ApprovalRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "requesterId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "escalateAt" DATETIME,
    "level" INTEGER NOT NULL DEFAULT 1,
    "decidedAt" DATETIME,
    "decidedBy" TEXT,
    "comment" TEXT,
    "effect" TEXT
);

-- CreateTable
CREATE TABLE "Approver" (
    "requestId" TEXT NOT NULL,
    "employeeId" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "onBehalfOf" TEXT,
    "addedAt" DATETIME NOT NULL,

    PRIMARY KEY ("requestId", "employeeId"),
    CONSTRAINT "Approver_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "ApprovalRequest" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "Delegation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "leaderId" TEXT NOT NULL,
    "delegateId" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "revokedAt" DATETIME
);

-- CreateTable
CREATE TABLE "FaultReport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "employeeId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "diagnosisJson" TEXT,
    "placeEncrypted" TEXT,
    "createdAt" DATETIME NOT NULL,
    "answer" TEXT,
    "answeredBy" TEXT,
    "answeredAt" DATETIME,
    CONSTRAINT "FaultReport_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "OutboxEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "aggregateKey" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "payloadJson" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "feedSequence" INTEGER
);

-- CreateTable
CREATE TABLE "OutboxDelivery" (
    "eventId" TEXT NOT NULL,
    "subscriber" TEXT NOT NULL,
    "aggregateKey" TEXT NOT NULL,
    "feedSequence" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" DATETIME NOT NULL,
    "deliveredAt" DATETIME,
    "lastError" TEXT,

    PRIMARY KEY ("eventId", "subscriber"),
    CONSTRAINT "OutboxDelivery_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "OutboxEvent" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "Lease" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "owner" TEXT NOT NULL,
    "leasedUntil" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "EventLogEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "action" TEXT NOT NULL,
    "outcome" TEXT,
    "code" TEXT,
    "employeeId" TEXT,
    "userId" TEXT,
    "siteId" TEXT,
    "text" TEXT NOT NULL,
    "documentJson" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "AuditRecord" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "requestId" TEXT,
    "detailHash" TEXT NOT NULL,
    "sealed" BOOLEAN NOT NULL DEFAULT false
);

-- CreateTable
CREATE TABLE "AuditDetail" (
    "auditId" TEXT NOT NULL PRIMARY KEY,
    "salt" TEXT NOT NULL,
    "detailJson" TEXT NOT NULL,
    CONSTRAINT "AuditDetail_auditId_fkey" FOREIGN KEY ("auditId") REFERENCES "AuditRecord" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "AuditSeal" (
    "number" INTEGER NOT NULL PRIMARY KEY,
    "auditId" TEXT NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sealedAt" DATETIME NOT NULL,
    CONSTRAINT "AuditSeal_auditId_fkey" FOREIGN KEY ("auditId") REFERENCES "AuditRecord" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "WecomCallback" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "messageKey" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "bodyEncrypted" TEXT,
    "replyXml" TEXT,
    "receivedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" DATETIME NOT NULL,
    "problem" TEXT,
    "processedAt" DATETIME
);

-- CreateTable
CREATE TABLE "ApprovalCard" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "requestId" TEXT NOT NULL,
    "employeeId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "shownStatus" TEXT,
    "subjectVersion" INTEGER NOT NULL,
    "responseCodeEncrypted" TEXT,
    "responseCodeAt" DATETIME,
    "messageId" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" DATETIME,
    "problem" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "noticeKey" TEXT NOT NULL,
    "employeeId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "detailJson" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" DATETIME NOT NULL,
    "problem" TEXT,
    "createdAt" DATETIME NOT NULL,
    "sentAt" DATETIME
);

-- CreateTable
CREATE TABLE "OrganisationSync" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "source" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    "summaryJson" TEXT,
    "problem" TEXT
);

-- CreateTable
CREATE TABLE "AttendanceWriteBack" (
    "attemptId" TEXT NOT NULL PRIMARY KEY,
    "state" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" DATETIME NOT NULL,
    "errcode" INTEGER,
    "createdAt" DATETIME NOT NULL,
    "sentAt" DATETIME
);

-- CreateTable
CREATE TABLE "IntegrationToken" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "valueEncrypted" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateIndex
CREATE INDEX "DepartmentLeader_employeeId_idx" ON "DepartmentLeader"("employeeId");

-- CreateIndex
CREATE UNIQUE INDEX "Employee_userIdKey_key" ON "Employee"("userIdKey");

-- CreateIndex
CREATE INDEX "Employee_departmentId_idx" ON "Employee"("departmentId");

-- CreateIndex
CREATE INDEX "EmployeeLeader_leaderId_idx" ON "EmployeeLeader"("leaderId");

-- CreateIndex
CREATE INDEX "RoleGrant_employeeId_idx" ON "RoleGrant"("employeeId");

-- CreateIndex
CREATE INDEX "Consent_employeeId_givenAt_idx" ON "Consent"("employeeId", "givenAt");

-- CreateIndex
CREATE INDEX "Session_employeeId_idx" ON "Session"("employeeId");

-- CreateIndex
CREATE INDEX "Session_keyThumbprint_idx" ON "Session"("keyThumbprint");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "RefreshToken_sessionId_generation_key" ON "RefreshToken"("sessionId", "generation");

-- CreateIndex
CREATE UNIQUE INDEX "Device_one_active_per_employee" ON "Device"("employeeId") WHERE [state] = 'active';

-- CreateIndex
CREATE UNIQUE INDEX "Device_one_active_per_key" ON "Device"("keyThumbprint") WHERE [state] = 'active';

-- CreateIndex
CREATE INDEX "Device_employeeId_state_idx" ON "Device"("employeeId", "state");

-- CreateIndex
CREATE INDEX "Device_keyThumbprint_idx" ON "Device"("keyThumbprint");

-- CreateIndex
CREATE INDEX "Challenge_keyThumbprint_issuedAt_idx" ON "Challenge"("keyThumbprint", "issuedAt");

-- CreateIndex
CREATE INDEX "Challenge_issuedAt_idx" ON "Challenge"("issuedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Site_name_in_use" ON "Site"("name") WHERE [archivedAt] IS NULL;

-- CreateIndex
CREATE INDEX "Site_kind_south_north_idx" ON "Site"("kind", "south", "north");

-- CreateIndex
CREATE INDEX "SiteWifi_bssid_idx" ON "SiteWifi"("bssid");

-- CreateIndex
CREATE INDEX "SiteAddress_addressHash_idx" ON "SiteAddress"("addressHash");

-- CreateIndex
CREATE UNIQUE INDEX "FieldPlan_one_per_day_and_site" ON "FieldPlan"("employeeId", "workDay", "siteId") WHERE [cancelledAt] IS NULL;

-- CreateIndex
CREATE INDEX "FieldPlan_workDay_idx" ON "FieldPlan"("workDay");

-- CreateIndex
CREATE INDEX "FieldPlan_employeeId_workDay_idx" ON "FieldPlan"("employeeId", "workDay");

-- CreateIndex
CREATE UNIQUE INDEX "Rule_name_in_use" ON "Rule"("name") WHERE [archivedAt] IS NULL;

-- CreateIndex
CREATE UNIQUE INDEX "RuleVersion_ruleId_version_key" ON "RuleVersion"("ruleId", "version");

-- CreateIndex
CREATE INDEX "RuleSite_siteId_idx" ON "RuleSite"("siteId");

-- CreateIndex
CREATE INDEX "RuleAssignment_targetKind_targetId_idx" ON "RuleAssignment"("targetKind", "targetId");

-- CreateIndex
CREATE UNIQUE INDEX "Team_name_key" ON "Team"("name");

-- CreateIndex
CREATE INDEX "TeamMember_employeeId_idx" ON "TeamMember"("employeeId");

-- CreateIndex
CREATE UNIQUE INDEX "RosterEntry_targetKind_targetId_workDay_key" ON "RosterEntry"("targetKind", "targetId", "workDay");

-- CreateIndex
CREATE INDEX "RosterEntry_workDay_idx" ON "RosterEntry"("workDay");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_one_per_request" ON "Attempt"("keyThumbprint", "requestId") WHERE [requestId] IS NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_one_per_challenge_position" ON "Attempt"("challengeId", "challengePosition") WHERE [challengeId] IS NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_one_accepted_early" ON "Attempt"("employeeId", "workDay", "slotKey") WHERE [outcome] = 'accepted' AND [slotKind] = 'early';

-- CreateIndex
CREATE INDEX "Attempt_employeeId_workDay_idx" ON "Attempt"("employeeId", "workDay");

-- CreateIndex
CREATE INDEX "Attempt_employeeId_receivedAt_idx" ON "Attempt"("employeeId", "receivedAt");

-- CreateIndex
CREATE INDEX "Attempt_employeeId_capturedAt_idx" ON "Attempt"("employeeId", "capturedAt");

-- CreateIndex
CREATE INDEX "Attempt_employeeId_id_idx" ON "Attempt"("employeeId", "id");

-- CreateIndex
CREATE INDEX "Attempt_placeHash_capturedAt_idx" ON "Attempt"("placeHash", "capturedAt");

-- CreateIndex
CREATE INDEX "Attempt_siteId_capturedAt_idx" ON "Attempt"("siteId", "capturedAt");

-- CreateIndex
CREATE INDEX "Attempt_factsHash_networkAddressHash_receivedAt_idx" ON "Attempt"("factsHash", "networkAddressHash", "receivedAt");

-- CreateIndex
CREATE INDEX "Attempt_outcome_workDay_idx" ON "Attempt"("outcome", "workDay");

-- CreateIndex
CREATE INDEX "Attempt_evidenceState_evidenceDeadline_idx" ON "Attempt"("evidenceState", "evidenceDeadline");

-- CreateIndex
CREATE INDEX "AttemptPhoto_sha256_idx" ON "AttemptPhoto"("sha256");

-- CreateIndex
CREATE INDEX "AttemptPhoto_state_nextCheckAt_idx" ON "AttemptPhoto"("state", "nextCheckAt");

-- CreateIndex
CREATE INDEX "OutageInterval_endsAt_idx" ON "OutageInterval"("endsAt");

-- CreateIndex
CREATE UNIQUE INDEX "ApprovalRequest_one_pending_rebind" ON "ApprovalRequest"("requesterId") WHERE [status] = 'pending' AND [kind] = 'rebind';

-- CreateIndex
CREATE UNIQUE INDEX "ApprovalRequest_one_pending_per_subject" ON "ApprovalRequest"("kind", "subjectId") WHERE [status] = 'pending';

-- CreateIndex
CREATE INDEX "ApprovalRequest_requesterId_createdAt_idx" ON "ApprovalRequest"("requesterId", "createdAt");

-- CreateIndex
CREATE INDEX "ApprovalRequest_kind_subjectId_idx" ON "ApprovalRequest"("kind", "subjectId");

-- CreateIndex
CREATE INDEX "ApprovalRequest_status_expiresAt_idx" ON "ApprovalRequest"("status", "expiresAt");

-- CreateIndex
CREATE INDEX "ApprovalRequest_status_escalateAt_idx" ON "ApprovalRequest"("status", "escalateAt");

-- CreateIndex
CREATE INDEX "ApprovalRequest_createdAt_idx" ON "ApprovalRequest"("createdAt");

-- CreateIndex
CREATE INDEX "ApprovalRequest_decidedBy_createdAt_idx" ON "ApprovalRequest"("decidedBy", "createdAt");

-- CreateIndex
CREATE INDEX "Approver_employeeId_idx" ON "Approver"("employeeId");

-- CreateIndex
CREATE INDEX "Delegation_leaderId_endsAt_idx" ON "Delegation"("leaderId", "endsAt");

-- CreateIndex
CREATE INDEX "Delegation_delegateId_endsAt_idx" ON "Delegation"("delegateId", "endsAt");

-- CreateIndex
CREATE INDEX "FaultReport_employeeId_idx" ON "FaultReport"("employeeId");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxEvent_feed_sequence" ON "OutboxEvent"("feedSequence") WHERE [feedSequence] IS NOT NULL;

-- CreateIndex
CREATE INDEX "OutboxEvent_feedSequence_createdAt_idx" ON "OutboxEvent"("feedSequence", "createdAt");

-- CreateIndex
CREATE INDEX "OutboxEvent_createdAt_idx" ON "OutboxEvent"("createdAt");

-- CreateIndex
CREATE INDEX "OutboxDelivery_subscriber_state_feedSequence_idx" ON "OutboxDelivery"("subscriber", "state", "feedSequence");

-- CreateIndex
CREATE INDEX "OutboxDelivery_subscriber_aggregateKey_state_idx" ON "OutboxDelivery"("subscriber", "aggregateKey", "state");

-- CreateIndex
CREATE INDEX "OutboxDelivery_subscriber_state_attempts_nextAttemptAt_idx" ON "OutboxDelivery"("subscriber", "state", "attempts", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "EventLogEntry_at_idx" ON "EventLogEntry"("at");

-- CreateIndex
CREATE INDEX "EventLogEntry_action_at_idx" ON "EventLogEntry"("action", "at");

-- CreateIndex
CREATE INDEX "EventLogEntry_employeeId_at_idx" ON "EventLogEntry"("employeeId", "at");

-- CreateIndex
CREATE INDEX "EventLogEntry_code_at_idx" ON "EventLogEntry"("code", "at");

-- CreateIndex
CREATE INDEX "AuditRecord_at_idx" ON "AuditRecord"("at");

-- CreateIndex
CREATE INDEX "AuditRecord_sealed_id_idx" ON "AuditRecord"("sealed", "id");

-- CreateIndex
CREATE INDEX "AuditRecord_subjectKind_subjectId_idx" ON "AuditRecord"("subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "AuditRecord_actorId_at_idx" ON "AuditRecord"("actorId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "AuditSeal_auditId_key" ON "AuditSeal"("auditId");

-- CreateIndex
CREATE UNIQUE INDEX "WecomCallback_messageKey_key" ON "WecomCallback"("messageKey");

-- CreateIndex
CREATE INDEX "WecomCallback_state_nextTryAt_idx" ON "WecomCallback"("state", "nextTryAt");

-- CreateIndex
CREATE INDEX "WecomCallback_receivedAt_idx" ON "WecomCallback"("receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "ApprovalCard_requestId_employeeId_round_key" ON "ApprovalCard"("requestId", "employeeId", "round");

-- CreateIndex
CREATE INDEX "ApprovalCard_state_nextTryAt_idx" ON "ApprovalCard"("state", "nextTryAt");

-- CreateIndex
CREATE INDEX "ApprovalCard_createdAt_idx" ON "ApprovalCard"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_noticeKey_key" ON "Notice"("noticeKey");

-- CreateIndex
CREATE INDEX "Notice_state_nextTryAt_idx" ON "Notice"("state", "nextTryAt");

-- CreateIndex
CREATE INDEX "Notice_createdAt_idx" ON "Notice"("createdAt");

-- CreateIndex
CREATE INDEX "OrganisationSync_startedAt_idx" ON "OrganisationSync"("startedAt");

-- CreateIndex
CREATE INDEX "AttendanceWriteBack_state_nextTryAt_idx" ON "AttendanceWriteBack"("state", "nextTryAt");
