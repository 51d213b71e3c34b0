BEGIN TRY

BEGIN TRAN;

-- CreateTable
CREATE TABLE [dbo].[Company] (
    [id] INT NOT NULL CONSTRAINT [Company_id_df] DEFAULT 1,
    [corpId] VARCHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [name] NVARCHAR(200) NOT NULL,
    [zone] VARCHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [dayBoundaryMinutes] INT NOT NULL,
    [rulesVersion] INT NOT NULL CONSTRAINT [Company_rulesVersion_df] DEFAULT 1,
    CONSTRAINT [Company_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[Department] (
    [id] VARCHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [name] NVARCHAR(200) NOT NULL,
    [parentId] VARCHAR(64) COLLATE Latin1_General_100_BIN2,
    CONSTRAINT [Department_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[DepartmentLeader] (
    [departmentId] VARCHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [employeeId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [DepartmentLeader_pkey] PRIMARY KEY CLUSTERED ([departmentId], [employeeId])
);

-- CreateTable
CREATE TABLE [dbo].[Employee] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [userId] NVARCHAR(64) NOT NULL,
    [userIdKey] NVARCHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [name] NVARCHAR(100) NOT NULL,
    [employeeNumber] NVARCHAR(64),
    [position] NVARCHAR(100),
    [departmentId] VARCHAR(64) COLLATE Latin1_General_100_BIN2,
    [zone] VARCHAR(64) COLLATE Latin1_General_100_BIN2,
    [leftAt] DATETIME2,
    [createdAt] DATETIME2 NOT NULL,
    CONSTRAINT [Employee_pkey] PRIMARY KEY CLUSTERED ([id]),
    CONSTRAINT [Employee_userIdKey_key] UNIQUE NONCLUSTERED ([userIdKey])
);

-- CreateTable
CREATE TABLE [dbo].[EmployeeLeader] (
    [employeeId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [leaderId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [EmployeeLeader_pkey] PRIMARY KEY CLUSTERED ([employeeId], [leaderId])
);

-- CreateTable
CREATE TABLE [dbo].[RoleGrant] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [employeeId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [role] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [scopeDepartmentId] VARCHAR(64) COLLATE Latin1_General_100_BIN2,
    [grantedBy] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [grantedAt] DATETIME2 NOT NULL,
    [revokedAt] DATETIME2,
    CONSTRAINT [RoleGrant_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[ConsentNotice] (
    [version] INT NOT NULL,
    [publishedAt] DATETIME2 NOT NULL,
    [title] NVARCHAR(200) NOT NULL,
    [text] NVARCHAR(max) NOT NULL,
    CONSTRAINT [ConsentNotice_pkey] PRIMARY KEY CLUSTERED ([version])
);

-- CreateTable
CREATE TABLE [dbo].[Consent] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [employeeId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [version] INT NOT NULL,
    [givenAt] DATETIME2 NOT NULL,
    [withdrawnAt] DATETIME2,
    CONSTRAINT [Consent_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[SigningKey] (
    [kid] VARCHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [publicJwkJson] NVARCHAR(max) NOT NULL,
    [privateJwkEncrypted] NVARCHAR(max) NOT NULL,
    [createdAt] DATETIME2 NOT NULL,
    [activeFrom] DATETIME2 NOT NULL,
    [retiredAt] DATETIME2,
    CONSTRAINT [SigningKey_pkey] PRIMARY KEY CLUSTERED ([kid])
);

-- CreateTable
CREATE TABLE [dbo].[Session] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [employeeId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [keyThumbprint] CHAR(64) COLLATE Latin1_General_100_BIN2,
    [loggedInAt] DATETIME2 NOT NULL,
    [expiresAt] DATETIME2 NOT NULL,
    [revokedAt] DATETIME2,
    [revokedReason] VARCHAR(40) COLLATE Latin1_General_100_BIN2,
    CONSTRAINT [Session_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[RefreshToken] (
    [hash] CHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [sessionId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [generation] INT NOT NULL,
    [issuedAt] DATETIME2 NOT NULL,
    [replacedAt] DATETIME2,
    CONSTRAINT [RefreshToken_pkey] PRIMARY KEY CLUSTERED ([hash]),
    CONSTRAINT [RefreshToken_sessionId_generation_key] UNIQUE NONCLUSTERED ([sessionId], [generation])
);

-- CreateTable
CREATE TABLE [dbo].[Device] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [employeeId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [keyThumbprint] CHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [publicKey] VARCHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [state] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [brand] NVARCHAR(100) NOT NULL,
    [model] NVARCHAR(100) NOT NULL,
    [platform] NVARCHAR(40) NOT NULL,
    [system] NVARCHAR(100) NOT NULL,
    [createdAt] DATETIME2 NOT NULL,
    [boundAt] DATETIME2,
    [revokedAt] DATETIME2,
    [revokedReason] VARCHAR(40) COLLATE Latin1_General_100_BIN2,
    [replacedAt] DATETIME2,
    CONSTRAINT [Device_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[Challenge] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [keyThumbprint] CHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [employeeId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [issuedAt] DATETIME2 NOT NULL,
    [clockOffsetMs] FLOAT(53) NOT NULL,
    CONSTRAINT [Challenge_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[Site] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [name] NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [kind] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [address] NVARCHAR(300) NOT NULL,
    [mainlandChina] BIT NOT NULL,
    [zone] VARCHAR(64) COLLATE Latin1_General_100_BIN2,
    [fenceJson] NVARCHAR(max) NOT NULL,
    [originalFenceJson] NVARCHAR(max) NOT NULL,
    [wifiProof] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [south] FLOAT(53) NOT NULL,
    [west] FLOAT(53) NOT NULL,
    [north] FLOAT(53) NOT NULL,
    [east] FLOAT(53) NOT NULL,
    [version] INT NOT NULL CONSTRAINT [Site_version_df] DEFAULT 1,
    [createdAt] DATETIME2 NOT NULL,
    [archivedAt] DATETIME2,
    CONSTRAINT [Site_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[SiteWifi] (
    [siteId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [bssid] CHAR(17) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ssid] NVARCHAR(64) NOT NULL,
    CONSTRAINT [SiteWifi_pkey] PRIMARY KEY CLUSTERED ([siteId], [bssid])
);

-- CreateTable
CREATE TABLE [dbo].[SiteAddress] (
    [siteId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [addressHash] CHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [SiteAddress_pkey] PRIMARY KEY CLUSTERED ([siteId], [addressHash])
);

-- CreateTable
CREATE TABLE [dbo].[PresenceGateway] (
    [siteId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [url] NVARCHAR(300) NOT NULL,
    [publicJwkJson] NVARCHAR(max) NOT NULL,
    [skewMs] FLOAT(53) NOT NULL CONSTRAINT [PresenceGateway_skewMs_df] DEFAULT 0,
    [skewMeasuredAt] DATETIME2,
    CONSTRAINT [PresenceGateway_pkey] PRIMARY KEY CLUSTERED ([siteId])
);

-- CreateTable
CREATE TABLE [dbo].[FieldPlan] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [employeeId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [workDay] DATE NOT NULL,
    [siteId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [note] NVARCHAR(300),
    [createdBy] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [createdAt] DATETIME2 NOT NULL,
    [cancelledAt] DATETIME2,
    CONSTRAINT [FieldPlan_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[Rule] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [name] NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [createdAt] DATETIME2 NOT NULL,
    [archivedAt] DATETIME2,
    CONSTRAINT [Rule_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[RuleVersion] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ruleId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [version] INT NOT NULL,
    [validFrom] DATE NOT NULL,
    [validUntil] DATE,
    [scheduleKind] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [weekJson] NVARCHAR(max) NOT NULL,
    [followsCalendar] BIT NOT NULL,
    [policyJson] NVARCHAR(max) NOT NULL,
    [createdBy] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [createdAt] DATETIME2 NOT NULL,
    CONSTRAINT [RuleVersion_pkey] PRIMARY KEY CLUSTERED ([id]),
    CONSTRAINT [RuleVersion_ruleId_version_key] UNIQUE NONCLUSTERED ([ruleId], [version])
);

-- CreateTable
CREATE TABLE [dbo].[RuleSite] (
    [ruleVersionId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [siteId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [RuleSite_pkey] PRIMARY KEY CLUSTERED ([ruleVersionId], [siteId])
);

-- CreateTable
CREATE TABLE [dbo].[RuleAssignment] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ruleId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [targetKind] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [targetId] VARCHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [precedence] INT NOT NULL,
    [validFrom] DATE NOT NULL,
    [validUntil] DATE,
    CONSTRAINT [RuleAssignment_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[Shift] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [name] NVARCHAR(100) NOT NULL,
    [kind] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [zone] VARCHAR(64) COLLATE Latin1_General_100_BIN2,
    [requiredMinutes] INT,
    [createdAt] DATETIME2 NOT NULL,
    [archivedAt] DATETIME2,
    CONSTRAINT [Shift_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[ShiftSpan] (
    [shiftId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [number] INT NOT NULL,
    [startMinutes] INT NOT NULL,
    [endMinutes] INT NOT NULL,
    [earlyOpensMinutes] INT NOT NULL,
    [earlyClosesMinutes] INT NOT NULL,
    [lateOpensMinutes] INT NOT NULL,
    [lateClosesMinutes] INT NOT NULL,
    [lateGraceMinutes] INT NOT NULL CONSTRAINT [ShiftSpan_lateGraceMinutes_df] DEFAULT 0,
    [leaveGraceMinutes] INT NOT NULL CONSTRAINT [ShiftSpan_leaveGraceMinutes_df] DEFAULT 0,
    CONSTRAINT [ShiftSpan_pkey] PRIMARY KEY CLUSTERED ([shiftId], [number])
);

-- CreateTable
CREATE TABLE [dbo].[Team] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [name] NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [Team_pkey] PRIMARY KEY CLUSTERED ([id]),
    CONSTRAINT [Team_name_key] UNIQUE NONCLUSTERED ([name])
);

-- CreateTable
CREATE TABLE [dbo].[TeamMember] (
    [teamId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [employeeId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [validFrom] DATE NOT NULL,
    [validUntil] DATE,
    CONSTRAINT [TeamMember_pkey] PRIMARY KEY CLUSTERED ([teamId], [employeeId], [validFrom])
);

-- CreateTable
CREATE TABLE [dbo].[RosterEntry] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [targetKind] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [targetId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [workDay] DATE NOT NULL,
    [shiftId] VARCHAR(36) COLLATE Latin1_General_100_BIN2,
    CONSTRAINT [RosterEntry_pkey] PRIMARY KEY CLUSTERED ([id]),
    CONSTRAINT [RosterEntry_targetKind_targetId_workDay_key] UNIQUE NONCLUSTERED ([targetKind], [targetId], [workDay])
);

-- CreateTable
CREATE TABLE [dbo].[CalendarYear] (
    [year] INT NOT NULL,
    [publishedAt] DATETIME2,
    [source] NVARCHAR(300),
    CONSTRAINT [CalendarYear_pkey] PRIMARY KEY CLUSTERED ([year])
);

-- CreateTable
CREATE TABLE [dbo].[CalendarDay] (
    [day] DATE NOT NULL,
    [kind] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [name] NVARCHAR(100) NOT NULL,
    CONSTRAINT [CalendarDay_pkey] PRIMARY KEY CLUSTERED ([day])
);

-- CreateTable
CREATE TABLE [dbo].[EmployeeDay] (
    [employeeId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [workDay] DATE NOT NULL,
    [version] INT NOT NULL CONSTRAINT [EmployeeDay_version_df] DEFAULT 1,
    [zone] VARCHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [EmployeeDay_pkey] PRIMARY KEY CLUSTERED ([employeeId], [workDay])
);

-- CreateTable
CREATE TABLE [dbo].[Attempt] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [employeeId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [workDay] DATE NOT NULL,
    [slotKind] VARCHAR(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [slotSpan] INT NOT NULL,
    [slotKey] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [zone] VARCHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [requestId] VARCHAR(36) COLLATE Latin1_General_100_BIN2,
    [keyThumbprint] CHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [bodyHash] CHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [challengeId] VARCHAR(36) COLLATE Latin1_General_100_BIN2,
    [challengePosition] INT,
    [sessionId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [phoneTime] DATETIME2 NOT NULL,
    [capturedAt] DATETIME2 NOT NULL,
    [receivedAt] DATETIME2 NOT NULL,
    [deferred] BIT NOT NULL,
    [captureUnproven] BIT NOT NULL CONSTRAINT [Attempt_captureUnproven_df] DEFAULT 0,
    [applicationReason] NVARCHAR(500),
    [note] NVARCHAR(1000),
    [siteId] VARCHAR(36) COLLATE Latin1_General_100_BIN2,
    [presenceBy] VARCHAR(10) COLLATE Latin1_General_100_BIN2,
    [ruleId] VARCHAR(36) COLLATE Latin1_General_100_BIN2,
    [ruleVersion] INT,
    [networkType] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [networkAddressHash] CHAR(64) COLLATE Latin1_General_100_BIN2,
    [factsHash] CHAR(64) COLLATE Latin1_General_100_BIN2,
    [deviceJson] NVARCHAR(1000) NOT NULL,
    [clientVersion] NVARCHAR(40) NOT NULL,
    [accuracyMetres] FLOAT(53),
    [placeEncrypted] NVARCHAR(max),
    [wifiEncrypted] NVARCHAR(max),
    [placeHash] CHAR(64) COLLATE Latin1_General_100_BIN2,
    [cellLatitude] FLOAT(53),
    [cellLongitude] FLOAT(53),
    [replyJson] NVARCHAR(max) NOT NULL,
    [outcome] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [code] VARCHAR(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [evidenceState] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [decisionCount] INT NOT NULL CONSTRAINT [Attempt_decisionCount_df] DEFAULT 1,
    [evidenceDeadline] DATETIME2,
    [approvedBy] VARCHAR(36) COLLATE Latin1_General_100_BIN2,
    CONSTRAINT [Attempt_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[Decision] (
    [attemptId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [number] INT NOT NULL,
    [decidedAt] DATETIME2 NOT NULL,
    [decidedBy] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [outcome] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [code] VARCHAR(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [findingsJson] NVARCHAR(max) NOT NULL,
    [checksJson] NVARCHAR(max) NOT NULL,
    [effect] VARCHAR(40) COLLATE Latin1_General_100_BIN2,
    CONSTRAINT [Decision_pkey] PRIMARY KEY CLUSTERED ([attemptId], [number])
);

-- CreateTable
CREATE TABLE [dbo].[AttemptPhoto] (
    [attemptId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [sha256] CHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [byteLength] INT NOT NULL,
    [takenAt] DATETIME2 NOT NULL,
    [state] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [objectKey] VARCHAR(300) COLLATE Latin1_General_100_BIN2,
    [problem] VARCHAR(40) COLLATE Latin1_General_100_BIN2,
    [nextCheckAt] DATETIME2,
    [checkCount] INT NOT NULL CONSTRAINT [AttemptPhoto_checkCount_df] DEFAULT 0,
    [perceptualHash] CHAR(16) COLLATE Latin1_General_100_BIN2,
    [widthPixels] INT,
    [heightPixels] INT,
    [verifiedAt] DATETIME2,
    CONSTRAINT [AttemptPhoto_pkey] PRIMARY KEY CLUSTERED ([attemptId], [sha256])
);

-- CreateTable
CREATE TABLE [dbo].[VisitRecord] (
    [attemptId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [customer] NVARCHAR(200) NOT NULL,
    [contactEncrypted] NVARCHAR(max),
    [contactPhoneEncrypted] NVARCHAR(max),
    [purpose] NVARCHAR(200) NOT NULL,
    [outcome] NVARCHAR(200),
    [notes] NVARCHAR(2000),
    [version] INT NOT NULL CONSTRAINT [VisitRecord_version_df] DEFAULT 1,
    [updatedAt] DATETIME2 NOT NULL,
    CONSTRAINT [VisitRecord_pkey] PRIMARY KEY CLUSTERED ([attemptId])
);

-- CreateTable
CREATE TABLE [dbo].[VisitRecordEdit] (
    [attemptId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [version] INT NOT NULL,
    [customer] NVARCHAR(200) NOT NULL,
    [contactEncrypted] NVARCHAR(max),
    [contactPhoneEncrypted] NVARCHAR(max),
    [purpose] NVARCHAR(200) NOT NULL,
    [outcome] NVARCHAR(200),
    [notes] NVARCHAR(2000),
    [writtenAt] DATETIME2 NOT NULL,
    CONSTRAINT [VisitRecordEdit_pkey] PRIMARY KEY CLUSTERED ([attemptId], [version])
);

-- CreateTable
CREATE TABLE [dbo].[OutageInterval] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [startsAt] DATETIME2 NOT NULL,
    [endsAt] DATETIME2 NOT NULL,
    [reason] NVARCHAR(300) NOT NULL,
    [declaredBy] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [declaredAt] DATETIME2 NOT NULL,
    [withdrawnAt] DATETIME2,
    CONSTRAINT [OutageInterval_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[ApprovalRequest] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [kind] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [subjectId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [requesterId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [reason] NVARCHAR(500) NOT NULL,
    [status] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [createdAt] DATETIME2 NOT NULL,
    [expiresAt] DATETIME2 NOT NULL,
    [escalateAt] DATETIME2,
    [level] INT NOT NULL CONSTRAINT [ApprovalRequest_level_df] DEFAULT 1,
    [decidedAt] DATETIME2,
    [decidedBy] VARCHAR(36) COLLATE Latin1_General_100_BIN2,
    [comment] NVARCHAR(500),
    [effect] VARCHAR(40) COLLATE Latin1_General_100_BIN2,
    CONSTRAINT [ApprovalRequest_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[Approver] (
    [requestId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [employeeId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [level] INT NOT NULL,
    [onBehalfOf] VARCHAR(36) COLLATE Latin1_General_100_BIN2,
    [addedAt] DATETIME2 NOT NULL,
    CONSTRAINT [Approver_pkey] PRIMARY KEY CLUSTERED ([requestId], [employeeId])
);

-- CreateTable
CREATE TABLE [dbo].[Delegation] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [leaderId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [delegateId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [startsAt] DATETIME2 NOT NULL,
    [endsAt] DATETIME2 NOT NULL,
    [revokedAt] DATETIME2,
    CONSTRAINT [Delegation_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[FaultReport] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [employeeId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [text] NVARCHAR(1000) NOT NULL,
    [diagnosisJson] NVARCHAR(max),
    [placeEncrypted] NVARCHAR(max),
    [createdAt] DATETIME2 NOT NULL,
    [answer] NVARCHAR(1000),
    [answeredBy] VARCHAR(36) COLLATE Latin1_General_100_BIN2,
    [answeredAt] DATETIME2,
    CONSTRAINT [FaultReport_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[OutboxEvent] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [aggregateKey] VARCHAR(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [type] VARCHAR(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [payloadJson] NVARCHAR(max) NOT NULL,
    [createdAt] DATETIME2 NOT NULL,
    [feedSequence] INT,
    CONSTRAINT [OutboxEvent_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[OutboxDelivery] (
    [eventId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [subscriber] VARCHAR(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [aggregateKey] VARCHAR(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [feedSequence] INT NOT NULL,
    [state] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [attempts] INT NOT NULL CONSTRAINT [OutboxDelivery_attempts_df] DEFAULT 0,
    [nextAttemptAt] DATETIME2 NOT NULL,
    [deliveredAt] DATETIME2,
    [lastError] NVARCHAR(500),
    CONSTRAINT [OutboxDelivery_pkey] PRIMARY KEY CLUSTERED ([eventId], [subscriber])
);

-- CreateTable
CREATE TABLE [dbo].[Lease] (
    [name] VARCHAR(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [owner] VARCHAR(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [leasedUntil] DATETIME2 NOT NULL,
    CONSTRAINT [Lease_pkey] PRIMARY KEY CLUSTERED ([name])
);

-- CreateTable
CREATE TABLE [dbo].[EventLogEntry] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [at] DATETIME2 NOT NULL,
    [action] VARCHAR(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [outcome] VARCHAR(20) COLLATE Latin1_General_100_BIN2,
    [code] VARCHAR(40) COLLATE Latin1_General_100_BIN2,
    [employeeId] VARCHAR(36) COLLATE Latin1_General_100_BIN2,
    [userId] NVARCHAR(64),
    [siteId] VARCHAR(36) COLLATE Latin1_General_100_BIN2,
    [text] NVARCHAR(1000) NOT NULL,
    [documentJson] NVARCHAR(max) NOT NULL,
    CONSTRAINT [EventLogEntry_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[AuditRecord] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [at] DATETIME2 NOT NULL,
    [actorKind] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [actorId] VARCHAR(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [action] VARCHAR(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [subjectKind] VARCHAR(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [subjectId] VARCHAR(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [requestId] VARCHAR(64) COLLATE Latin1_General_100_BIN2,
    [detailHash] CHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [sealed] BIT NOT NULL CONSTRAINT [AuditRecord_sealed_df] DEFAULT 0,
    CONSTRAINT [AuditRecord_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[AuditDetail] (
    [auditId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [salt] CHAR(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [detailJson] NVARCHAR(max) NOT NULL,
    CONSTRAINT [AuditDetail_pkey] PRIMARY KEY CLUSTERED ([auditId])
);

-- CreateTable
CREATE TABLE [dbo].[AuditSeal] (
    [number] INT NOT NULL,
    [auditId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [previousHash] CHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [hash] CHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [sealedAt] DATETIME2 NOT NULL,
    CONSTRAINT [AuditSeal_pkey] PRIMARY KEY CLUSTERED ([number]),
    CONSTRAINT [AuditSeal_auditId_key] UNIQUE NONCLUSTERED ([auditId])
);

-- CreateTable
CREATE TABLE [dbo].[WecomCallback] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [messageKey] VARCHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [event] VARCHAR(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [bodyEncrypted] NVARCHAR(max),
    [replyXml] NVARCHAR(max),
    [receivedAt] DATETIME2 NOT NULL,
    [state] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [tries] INT NOT NULL CONSTRAINT [WecomCallback_tries_df] DEFAULT 0,
    [nextTryAt] DATETIME2 NOT NULL,
    [problem] VARCHAR(80) COLLATE Latin1_General_100_BIN2,
    [processedAt] DATETIME2,
    CONSTRAINT [WecomCallback_pkey] PRIMARY KEY CLUSTERED ([id]),
    CONSTRAINT [WecomCallback_messageKey_key] UNIQUE NONCLUSTERED ([messageKey])
);

-- CreateTable
CREATE TABLE [dbo].[ApprovalCard] (
    [id] VARCHAR(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [requestId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [employeeId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [round] INT NOT NULL,
    [state] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [shownStatus] VARCHAR(20) COLLATE Latin1_General_100_BIN2,
    [subjectVersion] INT NOT NULL,
    [responseCodeEncrypted] NVARCHAR(max),
    [responseCodeAt] DATETIME2,
    [messageId] VARCHAR(200) COLLATE Latin1_General_100_BIN2,
    [tries] INT NOT NULL CONSTRAINT [ApprovalCard_tries_df] DEFAULT 0,
    [nextTryAt] DATETIME2,
    [problem] VARCHAR(80) COLLATE Latin1_General_100_BIN2,
    [createdAt] DATETIME2 NOT NULL,
    [updatedAt] DATETIME2 NOT NULL,
    CONSTRAINT [ApprovalCard_pkey] PRIMARY KEY CLUSTERED ([id]),
    CONSTRAINT [ApprovalCard_requestId_employeeId_round_key] UNIQUE NONCLUSTERED ([requestId], [employeeId], [round])
);

-- CreateTable
CREATE TABLE [dbo].[Notice] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [noticeKey] VARCHAR(120) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [employeeId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [kind] VARCHAR(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [detailJson] NVARCHAR(2000) NOT NULL,
    [state] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [tries] INT NOT NULL CONSTRAINT [Notice_tries_df] DEFAULT 0,
    [nextTryAt] DATETIME2 NOT NULL,
    [problem] VARCHAR(80) COLLATE Latin1_General_100_BIN2,
    [createdAt] DATETIME2 NOT NULL,
    [sentAt] DATETIME2,
    CONSTRAINT [Notice_pkey] PRIMARY KEY CLUSTERED ([id]),
    CONSTRAINT [Notice_noticeKey_key] UNIQUE NONCLUSTERED ([noticeKey])
);

-- CreateTable
CREATE TABLE [dbo].[OrganisationSync] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [source] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [startedAt] DATETIME2 NOT NULL,
    [finishedAt] DATETIME2,
    [summaryJson] NVARCHAR(2000),
    [problem] VARCHAR(80) COLLATE Latin1_General_100_BIN2,
    CONSTRAINT [OrganisationSync_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[AttendanceWriteBack] (
    [attemptId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [state] VARCHAR(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [tries] INT NOT NULL CONSTRAINT [AttendanceWriteBack_tries_df] DEFAULT 0,
    [nextTryAt] DATETIME2 NOT NULL,
    [errcode] INT,
    [createdAt] DATETIME2 NOT NULL,
    [sentAt] DATETIME2,
    CONSTRAINT [AttendanceWriteBack_pkey] PRIMARY KEY CLUSTERED ([attemptId])
);

-- CreateTable
CREATE TABLE [dbo].[IntegrationToken] (
    [name] VARCHAR(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [valueEncrypted] NVARCHAR(max) NOT NULL,
    [expiresAt] DATETIME2 NOT NULL,
    [version] INT NOT NULL CONSTRAINT [IntegrationToken_version_df] DEFAULT 1,
    CONSTRAINT [IntegrationToken_pkey] PRIMARY KEY CLUSTERED ([name])
);

-- CreateIndex
CREATE NONCLUSTERED INDEX [DepartmentLeader_employeeId_idx] ON [dbo].[DepartmentLeader]([employeeId]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [Employee_departmentId_idx] ON [dbo].[Employee]([departmentId]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [EmployeeLeader_leaderId_idx] ON [dbo].[EmployeeLeader]([leaderId]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [RoleGrant_employeeId_idx] ON [dbo].[RoleGrant]([employeeId]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [Consent_employeeId_givenAt_idx] ON [dbo].[Consent]([employeeId], [givenAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [Session_employeeId_idx] ON [dbo].[Session]([employeeId]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [Session_keyThumbprint_idx] ON [dbo].[Session]([keyThumbprint]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [Session_expiresAt_idx] ON [dbo].[Session]([expiresAt]);

-- CreateIndex
CREATE UNIQUE NONCLUSTERED INDEX [Device_one_active_per_employee] ON [dbo].[Device]([employeeId]) WHERE [state] = 'active';

-- CreateIndex
CREATE UNIQUE NONCLUSTERED INDEX [Device_one_active_per_key] ON [dbo].[Device]([keyThumbprint]) WHERE [state] = 'active';

-- CreateIndex
CREATE NONCLUSTERED INDEX [Device_employeeId_state_idx] ON [dbo].[Device]([employeeId], [state]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [Device_keyThumbprint_idx] ON [dbo].[Device]([keyThumbprint]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [Challenge_keyThumbprint_issuedAt_idx] ON [dbo].[Challenge]([keyThumbprint], [issuedAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [Challenge_issuedAt_idx] ON [dbo].[Challenge]([issuedAt]);

-- CreateIndex
CREATE UNIQUE NONCLUSTERED INDEX [Site_name_in_use] ON [dbo].[Site]([name]) WHERE [archivedAt] IS NULL;

-- CreateIndex
CREATE NONCLUSTERED INDEX [Site_kind_south_north_idx] ON [dbo].[Site]([kind], [south], [north]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [SiteWifi_bssid_idx] ON [dbo].[SiteWifi]([bssid]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [SiteAddress_addressHash_idx] ON [dbo].[SiteAddress]([addressHash]);

-- CreateIndex
CREATE UNIQUE NONCLUSTERED INDEX [FieldPlan_one_per_day_and_site] ON [dbo].[FieldPlan]([employeeId], [workDay], [siteId]) WHERE [cancelledAt] IS NULL;

-- CreateIndex
CREATE NONCLUSTERED INDEX [FieldPlan_workDay_idx] ON [dbo].[FieldPlan]([workDay]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [FieldPlan_employeeId_workDay_idx] ON [dbo].[FieldPlan]([employeeId], [workDay]);

-- CreateIndex
CREATE UNIQUE NONCLUSTERED INDEX [Rule_name_in_use] ON [dbo].[Rule]([name]) WHERE [archivedAt] IS NULL;

-- CreateIndex
CREATE NONCLUSTERED INDEX [RuleSite_siteId_idx] ON [dbo].[RuleSite]([siteId]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [RuleAssignment_targetKind_targetId_idx] ON [dbo].[RuleAssignment]([targetKind], [targetId]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [TeamMember_employeeId_idx] ON [dbo].[TeamMember]([employeeId]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [RosterEntry_workDay_idx] ON [dbo].[RosterEntry]([workDay]);

-- CreateIndex
CREATE UNIQUE NONCLUSTERED INDEX [Attempt_one_per_request] ON [dbo].[Attempt]([keyThumbprint], [requestId]) WHERE [requestId] IS NOT NULL;

-- CreateIndex
CREATE UNIQUE NONCLUSTERED INDEX [Attempt_one_per_challenge_position] ON [dbo].[Attempt]([challengeId], [challengePosition]) WHERE [challengeId] IS NOT NULL;

-- CreateIndex
CREATE UNIQUE NONCLUSTERED INDEX [Attempt_one_accepted_early] ON [dbo].[Attempt]([employeeId], [workDay], [slotKey]) WHERE [outcome] = 'accepted' AND [slotKind] = 'early';

-- CreateIndex
CREATE NONCLUSTERED INDEX [Attempt_employeeId_workDay_idx] ON [dbo].[Attempt]([employeeId], [workDay]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [Attempt_employeeId_receivedAt_idx] ON [dbo].[Attempt]([employeeId], [receivedAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [Attempt_employeeId_capturedAt_idx] ON [dbo].[Attempt]([employeeId], [capturedAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [Attempt_employeeId_id_idx] ON [dbo].[Attempt]([employeeId], [id]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [Attempt_placeHash_capturedAt_idx] ON [dbo].[Attempt]([placeHash], [capturedAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [Attempt_siteId_capturedAt_idx] ON [dbo].[Attempt]([siteId], [capturedAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [Attempt_factsHash_networkAddressHash_receivedAt_idx] ON [dbo].[Attempt]([factsHash], [networkAddressHash], [receivedAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [Attempt_outcome_workDay_idx] ON [dbo].[Attempt]([outcome], [workDay]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [Attempt_evidenceState_evidenceDeadline_idx] ON [dbo].[Attempt]([evidenceState], [evidenceDeadline]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [AttemptPhoto_sha256_idx] ON [dbo].[AttemptPhoto]([sha256]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [AttemptPhoto_state_nextCheckAt_idx] ON [dbo].[AttemptPhoto]([state], [nextCheckAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [OutageInterval_endsAt_idx] ON [dbo].[OutageInterval]([endsAt]);

-- CreateIndex
CREATE UNIQUE NONCLUSTERED INDEX [ApprovalRequest_one_pending_rebind] ON [dbo].[ApprovalRequest]([requesterId]) WHERE [status] = 'pending' AND [kind] = 'rebind';

-- CreateIndex
CREATE UNIQUE NONCLUSTERED INDEX [ApprovalRequest_one_pending_per_subject] ON [dbo].[ApprovalRequest]([kind], [subjectId]) WHERE [status] = 'pending';

-- CreateIndex
CREATE NONCLUSTERED INDEX [ApprovalRequest_requesterId_createdAt_idx] ON [dbo].[ApprovalRequest]([requesterId], [createdAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [ApprovalRequest_kind_subjectId_idx] ON [dbo].[ApprovalRequest]([kind], [subjectId]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [ApprovalRequest_status_expiresAt_idx] ON [dbo].[ApprovalRequest]([status], [expiresAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [ApprovalRequest_status_escalateAt_idx] ON [dbo].[ApprovalRequest]([status], [escalateAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [ApprovalRequest_createdAt_idx] ON [dbo].[ApprovalRequest]([createdAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [ApprovalRequest_decidedBy_createdAt_idx] ON [dbo].[ApprovalRequest]([decidedBy], [createdAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [Approver_employeeId_idx] ON [dbo].[Approver]([employeeId]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [Delegation_leaderId_endsAt_idx] ON [dbo].[Delegation]([leaderId], [endsAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [Delegation_delegateId_endsAt_idx] ON [dbo].[Delegation]([delegateId], [endsAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [FaultReport_employeeId_idx] ON [dbo].[FaultReport]([employeeId]);

-- CreateIndex
CREATE UNIQUE NONCLUSTERED INDEX [OutboxEvent_feed_sequence] ON [dbo].[OutboxEvent]([feedSequence]) WHERE [feedSequence] IS NOT NULL;

-- CreateIndex
CREATE NONCLUSTERED INDEX [OutboxEvent_feedSequence_createdAt_idx] ON [dbo].[OutboxEvent]([feedSequence], [createdAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [OutboxEvent_createdAt_idx] ON [dbo].[OutboxEvent]([createdAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [OutboxDelivery_subscriber_state_feedSequence_idx] ON [dbo].[OutboxDelivery]([subscriber], [state], [feedSequence]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [OutboxDelivery_subscriber_aggregateKey_state_idx] ON [dbo].[OutboxDelivery]([subscriber], [aggregateKey], [state]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [OutboxDelivery_subscriber_state_attempts_nextAttemptAt_idx] ON [dbo].[OutboxDelivery]([subscriber], [state], [attempts], [nextAttemptAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [EventLogEntry_at_idx] ON [dbo].[EventLogEntry]([at]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [EventLogEntry_action_at_idx] ON [dbo].[EventLogEntry]([action], [at]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [EventLogEntry_employeeId_at_idx] ON [dbo].[EventLogEntry]([employeeId], [at]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [EventLogEntry_code_at_idx] ON [dbo].[EventLogEntry]([code], [at]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [AuditRecord_at_idx] ON [dbo].[AuditRecord]([at]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [AuditRecord_sealed_id_idx] ON [dbo].[AuditRecord]([sealed], [id]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [AuditRecord_subjectKind_subjectId_idx] ON [dbo].[AuditRecord]([subjectKind], [subjectId]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [AuditRecord_actorId_at_idx] ON [dbo].[AuditRecord]([actorId], [at]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [WecomCallback_state_nextTryAt_idx] ON [dbo].[WecomCallback]([state], [nextTryAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [WecomCallback_receivedAt_idx] ON [dbo].[WecomCallback]([receivedAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [ApprovalCard_state_nextTryAt_idx] ON [dbo].[ApprovalCard]([state], [nextTryAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [ApprovalCard_createdAt_idx] ON [dbo].[ApprovalCard]([createdAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [Notice_state_nextTryAt_idx] ON [dbo].[Notice]([state], [nextTryAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [Notice_createdAt_idx] ON [dbo].[Notice]([createdAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [OrganisationSync_startedAt_idx] ON [dbo].[OrganisationSync]([startedAt]);

-- CreateIndex
CREATE NONCLUSTERED INDEX [AttendanceWriteBack_state_nextTryAt_idx] ON [dbo].[AttendanceWriteBack]([state], [nextTryAt]);

-- AddForeignKey
ALTER TABLE [dbo].[Department] ADD CONSTRAINT [Department_parentId_fkey] FOREIGN KEY ([parentId]) REFERENCES [dbo].[Department]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[DepartmentLeader] ADD CONSTRAINT [DepartmentLeader_departmentId_fkey] FOREIGN KEY ([departmentId]) REFERENCES [dbo].[Department]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[DepartmentLeader] ADD CONSTRAINT [DepartmentLeader_employeeId_fkey] FOREIGN KEY ([employeeId]) REFERENCES [dbo].[Employee]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[Employee] ADD CONSTRAINT [Employee_departmentId_fkey] FOREIGN KEY ([departmentId]) REFERENCES [dbo].[Department]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[EmployeeLeader] ADD CONSTRAINT [EmployeeLeader_employeeId_fkey] FOREIGN KEY ([employeeId]) REFERENCES [dbo].[Employee]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[EmployeeLeader] ADD CONSTRAINT [EmployeeLeader_leaderId_fkey] FOREIGN KEY ([leaderId]) REFERENCES [dbo].[Employee]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[RoleGrant] ADD CONSTRAINT [RoleGrant_employeeId_fkey] FOREIGN KEY ([employeeId]) REFERENCES [dbo].[Employee]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[Consent] ADD CONSTRAINT [Consent_employeeId_fkey] FOREIGN KEY ([employeeId]) REFERENCES [dbo].[Employee]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[RefreshToken] ADD CONSTRAINT [RefreshToken_sessionId_fkey] FOREIGN KEY ([sessionId]) REFERENCES [dbo].[Session]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[Device] ADD CONSTRAINT [Device_employeeId_fkey] FOREIGN KEY ([employeeId]) REFERENCES [dbo].[Employee]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[SiteWifi] ADD CONSTRAINT [SiteWifi_siteId_fkey] FOREIGN KEY ([siteId]) REFERENCES [dbo].[Site]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[SiteAddress] ADD CONSTRAINT [SiteAddress_siteId_fkey] FOREIGN KEY ([siteId]) REFERENCES [dbo].[Site]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[PresenceGateway] ADD CONSTRAINT [PresenceGateway_siteId_fkey] FOREIGN KEY ([siteId]) REFERENCES [dbo].[Site]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[FieldPlan] ADD CONSTRAINT [FieldPlan_employeeId_fkey] FOREIGN KEY ([employeeId]) REFERENCES [dbo].[Employee]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[FieldPlan] ADD CONSTRAINT [FieldPlan_siteId_fkey] FOREIGN KEY ([siteId]) REFERENCES [dbo].[Site]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[RuleVersion] ADD CONSTRAINT [RuleVersion_ruleId_fkey] FOREIGN KEY ([ruleId]) REFERENCES [dbo].[Rule]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[RuleSite] ADD CONSTRAINT [RuleSite_ruleVersionId_fkey] FOREIGN KEY ([ruleVersionId]) REFERENCES [dbo].[RuleVersion]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[RuleSite] ADD CONSTRAINT [RuleSite_siteId_fkey] FOREIGN KEY ([siteId]) REFERENCES [dbo].[Site]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[RuleAssignment] ADD CONSTRAINT [RuleAssignment_ruleId_fkey] FOREIGN KEY ([ruleId]) REFERENCES [dbo].[Rule]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[ShiftSpan] ADD CONSTRAINT [ShiftSpan_shiftId_fkey] FOREIGN KEY ([shiftId]) REFERENCES [dbo].[Shift]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[TeamMember] ADD CONSTRAINT [TeamMember_teamId_fkey] FOREIGN KEY ([teamId]) REFERENCES [dbo].[Team]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[TeamMember] ADD CONSTRAINT [TeamMember_employeeId_fkey] FOREIGN KEY ([employeeId]) REFERENCES [dbo].[Employee]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[RosterEntry] ADD CONSTRAINT [RosterEntry_shiftId_fkey] FOREIGN KEY ([shiftId]) REFERENCES [dbo].[Shift]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[Attempt] ADD CONSTRAINT [Attempt_employeeId_fkey] FOREIGN KEY ([employeeId]) REFERENCES [dbo].[Employee]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[Decision] ADD CONSTRAINT [Decision_attemptId_fkey] FOREIGN KEY ([attemptId]) REFERENCES [dbo].[Attempt]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[AttemptPhoto] ADD CONSTRAINT [AttemptPhoto_attemptId_fkey] FOREIGN KEY ([attemptId]) REFERENCES [dbo].[Attempt]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[VisitRecord] ADD CONSTRAINT [VisitRecord_attemptId_fkey] FOREIGN KEY ([attemptId]) REFERENCES [dbo].[Attempt]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[VisitRecordEdit] ADD CONSTRAINT [VisitRecordEdit_attemptId_fkey] FOREIGN KEY ([attemptId]) REFERENCES [dbo].[VisitRecord]([attemptId]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[Approver] ADD CONSTRAINT [Approver_requestId_fkey] FOREIGN KEY ([requestId]) REFERENCES [dbo].[ApprovalRequest]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[FaultReport] ADD CONSTRAINT [FaultReport_employeeId_fkey] FOREIGN KEY ([employeeId]) REFERENCES [dbo].[Employee]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[OutboxDelivery] ADD CONSTRAINT [OutboxDelivery_eventId_fkey] FOREIGN KEY ([eventId]) REFERENCES [dbo].[OutboxEvent]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[AuditDetail] ADD CONSTRAINT [AuditDetail_auditId_fkey] FOREIGN KEY ([auditId]) REFERENCES [dbo].[AuditRecord]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[AuditSeal] ADD CONSTRAINT [AuditSeal_auditId_fkey] FOREIGN KEY ([auditId]) REFERENCES [dbo].[AuditRecord]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

COMMIT TRAN;

END TRY
BEGIN CATCH

IF @@TRANCOUNT > 0
BEGIN
    ROLLBACK TRAN;
END;
THROW

END CATCH
